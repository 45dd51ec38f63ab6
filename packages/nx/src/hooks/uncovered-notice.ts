import type { PostTasksExecutionContext } from '@nx/devkit';
import { readUncovered, uncoveredNotice } from '../inference/uncovered-files.ts';
import { readPluginOptions } from '../options/read-plugin-options.ts';

/**
 * Says after a run of docker-lint what it did not look at. Not in a task's own output, which is kept and given again; under Nx's
 * daemon nothing of it is seen, in CI, where it counts, there is none.
 */
export function postTasksExecution(
  raw: unknown,
  { taskResults, workspaceRoot }: Pick<PostTasksExecutionContext, 'taskResults' | 'workspaceRoot'>,
): void {
  const { options } = readPluginOptions(raw);
  const name = options.targetName ?? 'docker-lint';
  if (!Object.values(taskResults).some(({ task }) => task.target.target === name)) return;
  for (const line of uncoveredNotice(readUncovered(workspaceRoot, options), name)) process.stdout.write(`${line}\n`);
}
