/** Image builds for plugins of task runners: read when a task or an inference needs them, since most commands lint or list. */
export const loadBuilds = () => import('./build/task-runner.ts');
