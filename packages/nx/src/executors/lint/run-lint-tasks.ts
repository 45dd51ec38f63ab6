import type { LintOutcome } from '@dockwarden-internal/run';
import { FRESH_FIX } from '../../inference/task-inputs.ts';
import { finishTask } from './finish-task.ts';
import { type LintTask, type LintTaskResult, pathsOf } from './lint-task.ts';
import type { Linter } from './linter.ts';
import { clashes } from './report-formats.ts';

export interface LintRun {
  readonly workspaceRoot: string;
  readonly linter: Linter;
  readonly env: Readonly<Record<string, string | undefined>>;
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
  for (const group of groupByOptions(ready)) {
    const outcome = await tryLint(group, run);
    if (typeof outcome === 'string') {
      for (const task of group) yield failure(task, outcome);
      continue;
    }
    yield* finishTask(group, outcome, clashing, run);
  }
}

/** What cannot be done as asked. */
function refuse({ id, cached, options, fault }: LintTask, { env }: LintRun): string | undefined {
  if (fault !== undefined) return fault;
  const { fix, unsafe, dryRun } = options;
  if (!fix) return unsafe || dryRun ? `--${unsafe ? 'unsafe' : 'dry-run'} goes with --fix.` : undefined;
  // A fix whose result is kept: the next time Nx would say "fixed" and change nothing.
  if (dryRun || !cached || env[FRESH_FIX]) return undefined;
  return [
    `${id} has the option "fix" and is cached, so that its next run would be answered from the cache and fix nothing.`,
    `Give --fix on the command line (nx run ${id} --fix), or set "cache": false for the target.`,
  ].join('\n');
}

function groupByOptions(tasks: readonly LintTask[]): LintTask[][] {
  const groups = new Map<string, LintTask[]>();
  for (const task of tasks) {
    const { config, pack, fix, unsafe, dryRun, cache } = task.options;
    const key = JSON.stringify([config, pack, fix, unsafe, dryRun, cache]);
    groups.set(key, [...(groups.get(key) ?? []), task]);
  }
  return [...groups.values()];
}

async function tryLint(tasks: readonly LintTask[], run: LintRun): Promise<LintOutcome | string> {
  const { config, pack, fix, unsafe, dryRun, cache } = tasks[0]!.options;
  try {
    return await run.linter.lint({
      cwd: run.workspaceRoot,
      paths: [...new Set(tasks.flatMap(pathsOf))].sort(),
      ...(config !== undefined && { config }),
      ...(pack && { packs: pack }),
      ...(fix && { fix, unsafe: unsafe ?? false, dryRun: dryRun ?? false }),
      ...(cache === false && { noCache: true }),
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
