export type { FileChange } from './setup/file-changes.ts';
export type { SetupPlan as SetupPlanned } from './setup/plan-setup.ts';

/** Generators of containers for plugins of task runners: read when one of them runs. */
export const loadSetup = () => import('./setup/for-task-runners.ts');
