import { batchExecutor } from './executor.ts';

/** The batch executor: every image of the command scanned in one process. */
export const scanBatch = batchExecutor('scan');
