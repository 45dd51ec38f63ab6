import { UP_TASK_OPTIONS } from '../../options/day-task-options.ts';
import { dayExecutor } from './day-executor.ts';

/** Starts the project's Compose files; ends with them. */
export const upExecutor = dayExecutor(UP_TASK_OPTIONS, ({ services = [], ...values }, { cwd, folder, day, common }) =>
  day.composeUp({ cwd, folder, services, seat: common.seat, values }),
);
