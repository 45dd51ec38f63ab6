import { DOWN_TASK_OPTIONS } from '../../options/day-task-options.ts';
import { dayExecutor } from './day-executor.ts';

/** Ends the project's Compose files. */
export const downExecutor = dayExecutor(
  DOWN_TASK_OPTIONS,
  ({ services = [], ...values }, { cwd, folder, day, common }) =>
    day.composeDown({ cwd, folder, services, seat: common.seat, values }),
);
