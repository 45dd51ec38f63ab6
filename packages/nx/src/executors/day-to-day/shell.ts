import { SHELL_TASK_OPTIONS } from '../../options/day-task-options.ts';
import { dayExecutor } from './day-executor.ts';

/** A shell, or a command, in the container of an image. */
export const shellExecutor = dayExecutor(SHELL_TASK_OPTIONS, ({ image, command: words = [], ...values }, task) =>
  task.day.shellImage({ ...task.common, image: image ?? task.project, values, words }),
);
