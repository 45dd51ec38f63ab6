import type { ExecutorContext, TaskGraph } from '@nx/devkit';
import type { LintTaskOptions } from '../../options/lint-options.ts';
import type { LintTaskResult } from './lint-task.ts';
import { loadLinter } from './load-linter.ts';
import { runLintTasks } from './run-lint-tasks.ts';

/** The batch executor: all tasks of a command that the cache does not answer, in one process. */
export async function* lintBatch(
  taskGraph: TaskGraph,
  optionsByTask: Readonly<Record<string, LintTaskOptions>>,
  _overrides: unknown,
  context: ExecutorContext,
): AsyncGenerator<LintTaskResult> {
  const tasks = Object.values(taskGraph.tasks).map((task) => ({
    id: task.id,
    project: task.target.project,
    root: task.projectRoot ?? '.',
    cached: task.cache === true,
    options: optionsByTask[task.id] ?? {},
  }));
  yield* runLintTasks(tasks, { workspaceRoot: context.root, linter: await loadLinter(), env: process.env });
}
