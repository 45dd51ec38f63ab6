import { RUN_TASK_OPTIONS } from '../../options/day-task-options.ts';
import { dayExecutor } from './day-executor.ts';

/** Runs the image that the task before has built; ends with it. */
export const runExecutor = dayExecutor(RUN_TASK_OPTIONS, ({ image, arguments: words = [], ...values }, task) =>
  task.day.runImage({ ...task.common, image: image ?? task.project, values, words }),
);
