import type { LintOutcome } from '@dockwarden-internal/run';
import { lintOptionsOf } from '@dockwarden-internal/run/options/lint-run-options';
import type { ProjectGraph } from '@dockwarden-internal/workspace/project-graph';
import { FRESH_FIX } from '../../inference/task-inputs.ts';
import { finishTask } from './finish-task.ts';
import { type LintTask, type LintTaskResult, pathsOf } from './lint-task.ts';
import type { Linter } from './linter.ts';
import { clashes } from './report-formats.ts';
import { joinShares, type Share, sharesOf } from './share.ts';
import { partsOf, type TaskPart } from './task-part.ts';

export interface LintRun {
  readonly workspaceRoot: string;
  readonly linter: Linter;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Which project needs which, and so the folders of all projects of Nx. */
  readonly graph: ProjectGraph;
  /** What a look at the whole workspace is about, where that is not all of it. */
  readonly selected?: readonly string[];
}

/** Runs tasks with equal options as one run of the linter: one process, one reading of the workspace, whatever their number. */
export async function* runLintTasks(tasks: readonly LintTask[], run: LintRun): AsyncGenerator<LintTaskResult> {
  const clashing = clashes(tasks);
  const ready: LintTask[] = [];
  for (const task of tasks) {
    const refusal = refuse(task, run);
    if (refusal === undefined) ready.push(task);
    else yield failure(task, refusal);
  }
  const pending = new Map(ready.map((task) => [task.id, { left: partsOf(task).length, shares: [] as Share[] }]));
  for (const group of groupByOptions(ready.flatMap(partsOf))) {
    const outcome = await tryLint(group, run);
    const shares = typeof outcome === 'string' ? undefined : sharesOf(group, outcome, run);
    for (const { task } of group) {
      const state = pending.get(task.id);
      // Its other part failed.
      if (!state) continue;
      const share = shares?.get(task.id);
      if (share) state.shares.push(share);
      state.left--;
      if (share && state.left > 0) continue;
      pending.delete(task.id);
      yield share ? await finishTask(task, joinShares(state.shares), clashing, run) : failure(task, outcome as string);
    }
  }
}

/** What cannot be done as asked. */
function refuse({ id, cached, marked, options, fault }: LintTask, { env }: LintRun): string | undefined {
  if (fault !== undefined) return fault;
  const { fix, unsafe, dryRun } = options;
  if (!fix) return unsafe || dryRun ? `--${unsafe ? 'unsafe' : 'dry-run'} goes with --fix.` : undefined;
  // A fix whose result is kept: the next time Nx would say "fixed" and change nothing.
  if (dryRun || !cached || (env[FRESH_FIX] && marked)) return undefined;
  if (env[FRESH_FIX]) {
    return [
      `${id} is cached by inputs of its own, so that its next run with --fix would be answered from the cache and fix nothing.`,
      `Add the input {"env": "${FRESH_FIX}"}, or since Nx 23 "...", which stands for all that are inferred.`,
    ].join('\n');
  }
  return [
    `${id} has the option "fix" and is cached, so that its next run would be answered from the cache and fix nothing.`,
    `Give --fix on the command line (nx run ${id} --fix), or set "cache": false for the target.`,
  ].join('\n');
}

function groupByOptions(parts: readonly TaskPart[]): TaskPart[][] {
  const groups = new Map<string, TaskPart[]>();
  for (const part of parts) {
    const key = JSON.stringify([part.reach, lintOptionsOf(part.task.options)]);
    const group = groups.get(key);
    if (group) group.push(part);
    else groups.set(key, [part]);
  }
  return [...groups.values()];
}

async function tryLint(parts: readonly TaskPart[], run: LintRun): Promise<LintOutcome | string> {
  const { reach, task } = parts[0]!;
  try {
    return await run.linter.lint({
      cwd: run.workspaceRoot,
      paths:
        reach === 'workspace' ? (run.selected ?? []) : [...new Set(parts.flatMap((part) => pathsOf(part.task)))].sort(),
      ...(reach && { reach }),
      ...(run.graph.size > 0 && { graph: run.graph }),
      ...lintOptionsOf(task.options),
    });
  } catch (error) {
    // A bug of ours: all tasks of the group end with it, and those of other groups go on.
    const text =
      error instanceof Error ? (run.env.NX_VERBOSE_LOGGING === 'true' && error.stack) || error.message : error;
    return `dockwarden failed: ${text}`;
  }
}

function failure(task: LintTask, message: string): LintTaskResult {
  return { task: task.id, result: { success: false, terminalOutput: `${message}\n` } };
}
