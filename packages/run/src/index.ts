export * from './exit-code.ts';
export * from './lint.ts';
export * from './lint-options.ts';
export * from './lint-outcome.ts';
export { loadBuilds } from './load-builds.ts';
export { type DayOutcome, loadDayToDay, type Seat } from './load-day-to-day.ts';
export { type FileChange, loadSetup, type SetupPlanned } from './load-setup.ts';
export { optimizeLater } from './optimize-later.ts';
export { productVersion } from './product-version.ts';
