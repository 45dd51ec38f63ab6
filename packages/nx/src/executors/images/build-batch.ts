import { batchExecutor } from './executor.ts';

/** The batch executor: all tasks of a command that are ready together, in one process and one session of the builder. */
export const buildBatch = batchExecutor('build');
