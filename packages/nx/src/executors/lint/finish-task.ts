import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import type { LintReport } from '@dockwarden-internal/engine';
import type { ChangedFile, LintOutcome } from '@dockwarden-internal/run';
import type { LintTask, LintTaskResult } from './lint-task.ts';
import { type ReportTarget, reportTargets } from './report-formats.ts';
import type { LintRun } from './run-lint-tasks.ts';
import { shareOut, taskFinder } from './share-out.ts';
import { passes } from './verdict.ts';

/** Gives each task of a group its share of the outcome, writes its reports and says how it ended. */
export function* finishTask(
  tasks: readonly LintTask[],
  outcome: LintOutcome,
  clashing: ReadonlySet<string>,
  run: LintRun,
): Generator<LintTaskResult> {
  const pathOf = (path: string) => relative(run.workspaceRoot, resolve(outcome.root, path)).split(sep).join('/');
  const shares = shareOut(outcome.report, tasks, pathOf);
  const ownersOf = taskFinder(tasks);
  const changed = outcome.changed.map((file) => ({ ...file, path: pathOf(file.path) }));
  // An end without a reason given: better a failure that says little than a pass.
  const unexplained = outcome.exitCode >= 2 && outcome.report.diagnostics.length === 0;
  for (const task of tasks) {
    const report = shares.get(task.id)!;
    const own = changed.filter(({ path }) => ownersOf(path).includes(task));
    const parts = reportTargets(task).map((target) => deliver(target, report, outcome.root, clashing, run));
    const faults = parts.flatMap(({ fault }) => (fault === undefined ? [] : [`${fault}\n`]));
    const text = [changeText(own, task, outcome, run), ...parts.map(({ shown }) => shown), ...faults].join('');
    const success = faults.length === 0 && !unexplained && passes(report, task.options);
    yield { task: task.id, result: { success, terminalOutput: text } };
  }
}

function changeText(
  changed: readonly ChangedFile[],
  { options }: LintTask,
  { before, report }: LintOutcome,
  { linter, env }: LintRun,
): string {
  if (options.dryRun) return linter.diff(changed, [...before, ...report.findings], wantsColor(env));
  return changed.map(({ path }) => `fixed ${path}\n`).join('');
}

/** Nx sets FORCE_COLOR for the processes that it starts for a terminal. */
function wantsColor({ NO_COLOR, FORCE_COLOR }: LintRun['env']): boolean {
  return !NO_COLOR && FORCE_COLOR !== undefined && FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
}

interface Delivery {
  readonly shown: string;
  readonly fault?: string;
}

function deliver(
  { format, file }: ReportTarget,
  report: LintReport,
  root: string,
  clashing: ReadonlySet<string>,
  { linter, workspaceRoot, env }: LintRun,
): Delivery {
  const color = file === undefined && wantsColor(env);
  const text = linter.render(format, report, { root, cwd: workspaceRoot, color });
  if (text === undefined) return { shown: '', fault: `There is no format called "${format}".` };
  if (file === undefined) return { shown: text };
  if (clashing.has(file)) {
    return { shown: '', fault: `Several tasks would write ${file}; put {projectName} into its name.` };
  }
  try {
    writeWhole(resolve(workspaceRoot, file), text);
    return { shown: '' };
  } catch (error) {
    return { shown: '', fault: `${file} cannot be written: ${(error as Error).message}` };
  }
}

function writeWhole(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  const beside = `${path}.${process.pid}`;
  writeFileSync(beside, text);
  renameSync(beside, path);
}
