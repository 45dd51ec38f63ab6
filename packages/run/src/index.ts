export * from './lint-options.ts';
export * from './lint-outcome.ts';
