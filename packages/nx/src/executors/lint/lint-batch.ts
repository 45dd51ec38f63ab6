import type { ExecutorContext, TaskGraph } from '@nx/devkit';
import { hasFixMark } from './fix-mark.ts';
import { type LintTaskResult, lintTask, type RawOptions } from './lint-task.ts';
import { loadLinter } from './load-linter.ts';
import { graphByFolder } from './project-graph.ts';
import { runLintTasks } from './run-lint-tasks.ts';
import { selectedFiles } from './selected-files.ts';

/** The batch executor: all tasks of a command that the cache does not answer, in one process. */
export async function* lintBatch(
  taskGraph: TaskGraph,
  optionsByTask: Readonly<Record<string, RawOptions>>,
  _overrides: unknown,
  context: ExecutorContext,
): AsyncGenerator<LintTaskResult> {
  const tasks = Object.values(taskGraph.tasks).map(({ id, target, projectRoot, cache }) =>
    lintTask(
      {
        id,
        project: target.project,
        root: projectRoot ?? '.',
        cached: cache === true,
        marked: hasFixMark(
          context.projectGraph?.nodes[target.project]?.data,
          target.target,
          context.nxJsonConfiguration,
        ),
      },
      optionsByTask[id] ?? {},
    ),
  );
  // Nx starts a process for the batch and ends it with the batch.
  (await import('@dockwarden-internal/run')).optimizeLater();
  const selected = selectedFiles(context);
  yield* runLintTasks(tasks, {
    workspaceRoot: context.root,
    linter: await loadLinter(),
    env: process.env,
    graph: graphByFolder(context.projectGraph),
    ...(selected && { selected }),
  });
}
