import type { LintTask } from './lint-task.ts';

/** What of a task one run of the linter does. */
export interface TaskPart {
  readonly task: LintTask;
  readonly reach?: 'project' | 'workspace';
}

/** The root's task lints its files like any other, and the workspace by the policies that look at all of it. */
export function partsOf(task: LintTask): TaskPart[] {
  const { reach, files } = task.options;
  if (reach === undefined) return [{ task }];
  if (reach === 'project') return [{ task, reach }];
  return files?.length === 0
    ? [{ task, reach }]
    : [
        { task, reach: 'project' },
        { task, reach },
      ];
}
