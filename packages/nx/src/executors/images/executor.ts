import type { ExecutorContext, TaskGraph } from '@nx/devkit';
import { type ImageTask, type ImageTaskResult, type RawOptions, taskOfContext, tasksOfBatch } from './image-task.ts';
import { openImageRun } from './open-image-run.ts';
import { type BuildKind, runBuildTasks } from './run-build-tasks.ts';
import { runScanTasks } from './run-scan-tasks.ts';

type ImageTaskKind = BuildKind | 'scan';

/** An executor for one task, which prints what it has to say. */
export function plainExecutor(kind: ImageTaskKind) {
  return async (options: RawOptions, context: ExecutorContext): Promise<{ success: boolean }> => {
    let success = true;
    for await (const { result } of runTasks(kind, [taskOfContext(options, context)], context)) {
      process.stdout.write(result.terminalOutput);
      success &&= result.success;
    }
    return { success };
  };
}

/** An executor for tasks together. */
export function batchExecutor(kind: ImageTaskKind) {
  return async function* (
    taskGraph: TaskGraph,
    optionsByTask: Readonly<Record<string, RawOptions>>,
    overrides: RawOptions,
    context: ExecutorContext,
  ): AsyncGenerator<ImageTaskResult> {
    yield* runTasks(kind, tasksOfBatch(taskGraph, optionsByTask, overrides), context);
  };
}

async function* runTasks(kind: ImageTaskKind, tasks: readonly ImageTask[], context: ExecutorContext) {
  const run = await openImageRun(context);
  yield* kind === 'scan' ? runScanTasks(tasks, run) : runBuildTasks(kind, tasks, run);
}
