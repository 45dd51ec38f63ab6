/** Reading policies, packs and configuration from YAML: a part of its own, since it needs the YAML and schema libraries. */
export * from './load/check-terms.ts';
export * from './load/config-document.ts';
export * from './load/config-schema.ts';
export * from './load/load-baseline.ts';
export * from './load/load-config.ts';
export * from './load/load-pack.ts';
export * from './load/load-policy.ts';
export * from './load/load-terms.ts';
export * from './load/load-waivers.ts';
export * from './load/pack-document.ts';
export * from './load/waivers-document.ts';
