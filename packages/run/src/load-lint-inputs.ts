/** What tells the inputs of lint tasks, for plugins of task runners: read where something that it was told from has changed. */
export const loadLintInputs = () => import('./lint-inputs/file-links.ts');
