import { createNodes } from './inference/create-nodes.ts';

export const name = '@dockwarden/nx';
export { preTasksExecution } from './hooks/pre-tasks.ts';
export { postTasksExecution } from './hooks/uncovered-notice.ts';
export { createNodes };
/** The name under which Nx 22 looks first. */
export const createNodesV2 = createNodes;
