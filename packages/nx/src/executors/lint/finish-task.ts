import { resolve } from 'node:path';
import { reasonOf } from '@dockwarden-internal/run/files/reason-of';
import { writeReportFile } from '@dockwarden-internal/run/files/write-report-file';
import { wantsColor } from '../wants-color.ts';
import type { LintTask, LintTaskResult } from './lint-task.ts';
import { type ReportTarget, reportTargets } from './report-formats.ts';
import type { LintRun } from './run-lint-tasks.ts';
import type { Share } from './share.ts';
import { passes } from './verdict.ts';

/** Writes a task's reports and says how it ended. */
export async function finishTask(
  task: LintTask,
  share: Share,
  clashing: ReadonlySet<string>,
  run: LintRun,
): Promise<LintTaskResult> {
  const { report, unexplained } = share;
  const parts: Delivery[] = [];
  for (const target of reportTargets(task)) parts.push(await deliver(target, task, share, clashing, run));
  const faults = parts.flatMap(({ fault }) => (fault === undefined ? [] : [`${fault}\n`]));
  const text = [changeText(share, task, run), ...parts.map(({ shown }) => shown), ...faults].join('');
  const success = faults.length === 0 && !unexplained && passes(report, task.options);
  return { task: task.id, result: { success, terminalOutput: text } };
}

function changeText({ changed, findings }: Share, { options }: LintTask, { linter, env }: LintRun): string {
  if (options.dryRun) return linter.diff(changed, findings, wantsColor(env));
  return changed.map(({ path }) => `fixed ${path}\n`).join('');
}

interface Delivery {
  readonly shown: string;
  readonly fault?: string;
}

async function deliver(
  { format, file }: ReportTarget,
  { options: { config } }: LintTask,
  share: Share,
  clashing: ReadonlySet<string>,
  { linter, workspaceRoot, env }: LintRun,
): Promise<Delivery> {
  const color = file === undefined && wantsColor(env);
  const view = { cwd: workspaceRoot, color, ...(config !== undefined && { config }) };
  const text = await linter.render(format, share, view);
  if (text === undefined) return { shown: '', fault: `There is no format called "${format}".` };
  if (file === undefined) return { shown: text };
  if (file === '') return { shown: '', fault: `The format "${format}=" names no file after the =.` };
  if (clashing.has(file)) {
    return { shown: '', fault: `Several tasks would write ${file}; put {projectName} into its name.` };
  }
  try {
    writeReportFile(resolve(workspaceRoot, file), [text]);
    return { shown: '' };
  } catch (error) {
    return { shown: '', fault: `${file} cannot be written: ${reasonOf(error)}` };
  }
}
