import { LOGS_TASK_OPTIONS } from '../../options/day-task-options.ts';
import { dayExecutor } from './day-executor.ts';

/** What the container of an image says. */
export const logsExecutor = dayExecutor(LOGS_TASK_OPTIONS, ({ image, ...values }, task) =>
  task.day.imageLogs({ ...task.common, image: image ?? task.project, values }),
);
