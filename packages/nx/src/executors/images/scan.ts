import { plainExecutor } from './executor.ts';

/** The executor for one task: what Nx runs with `--batch=false`. */
export const scanExecutor = plainExecutor('scan');
