import type { PolicySettings } from '../compile-policy.ts';
import type { ConfigDocument } from '../load/config-document.ts';
import { overrideTest } from './override-test.ts';
import { overlay, type Settings, splitId } from './settings.ts';

/** What a file is, as far as overrides ask. */
export interface Target {
  /** Relative to the root. */
  readonly path: string;
  readonly project?: { readonly name: string; readonly tags: readonly string[] };
}

/** The settings in force for a file: packs, then the configuration's policies, then overrides in order, which cannot touch what is locked. */
export function settingsFor(packs: Settings, config: ConfigDocument): (target: Target) => Settings {
  const free = config.policies ? overlay(packs, config.policies) : packs;
  const overrides = (config.overrides ?? []).map((override) => ({ fits: overrideTest(override), override }));
  return (target) => {
    let settings = free;
    for (const { fits, override } of overrides) if (fits(target)) settings = overlay(settings, override.policies);
    return settings === free ? free : withLocks(settings, free, config.locked ?? []);
  };
}

function withLocks(settings: Settings, free: Settings, locked: readonly string[]): Settings {
  const result = new Map(settings);
  for (const { policy, check } of locked.map(splitId)) {
    const own = free.get(policy);
    if (own && check === undefined) result.set(policy, own);
    else if (own) result.set(policy, holding(result.get(policy) ?? own, check!, own));
  }
  return result;
}

/** Settings of a policy in which one check keeps to what was set before. */
function holding(settings: PolicySettings, check: string, own: PolicySettings): PolicySettings {
  return { ...settings, held: { ...settings.held, [check]: own } };
}
