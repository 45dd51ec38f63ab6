import { INSPECT_TASK_OPTIONS } from '../../options/day-task-options.ts';
import { wantsColor } from '../wants-color.ts';
import { dayExecutor } from './day-executor.ts';

/** What an image is, and how its containers are. */
export const inspectExecutor = dayExecutor(INSPECT_TASK_OPTIONS, ({ image, ...values }, task) =>
  task.day.inspectImage({
    ...task.common,
    image: image ?? task.project,
    values,
    color: wantsColor(process.env),
  }),
);
