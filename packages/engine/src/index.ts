export * from './finding.ts';
export * from './lint-report.ts';
