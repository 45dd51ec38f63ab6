import type { ScanOutcome } from '@dockwarden-internal/run/scan/scan-outcome';
import { SCAN_TASK_OPTIONS, type ScanTaskValues } from '../../options/image-task-options.ts';
import { readValues } from '../../options/read-values.ts';
import { PRODUCT_VERSION } from '../../product-version.ts';
import { wantsColor } from '../wants-color.ts';
import type { ImageRun } from './image-run.ts';
import type { ImageTask, ImageTaskResult } from './image-task.ts';
import { type ReportRequest, reportsOf, writeReport } from './scan-reports.ts';

interface ScanTask {
  readonly task: ImageTask;
  readonly values: ScanTaskValues;
  readonly reports: readonly ReportRequest[];
}

/** Runs tasks with equal options as one run of the scanners. */
export async function* runScanTasks(tasks: readonly ImageTask[], run: ImageRun): AsyncGenerator<ImageTaskResult> {
  const groups = new Map<string, ScanTask[]>();
  for (const task of tasks) {
    const read = readValues(SCAN_TASK_OPTIONS, { ...task.options, ...task.overrides });
    const reports = 'fault' in read ? read : reportsOf(read.values.format ?? [], task.project);
    if ('fault' in read || 'fault' in reports) {
      yield ended(task, false, `${'fault' in read ? read.fault : (reports as { fault: string }).fault}\n`);
      continue;
    }
    const { images: _own, format: _printed, ...how } = read.values;
    const key = JSON.stringify(how);
    const one = { task, values: read.values, reports: reports.reports };
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  for (const group of groups.values()) {
    const outcome = await scanGroup(group, run);
    for (const one of group)
      yield typeof outcome === 'string' ? ended(one.task, false, `${outcome}\n`) : finish(one, group, outcome, run);
  }
}

async function scanGroup(group: readonly ScanTask[], run: ImageRun): Promise<ScanOutcome | string> {
  const { scanner, failOn, ignoreUnfixed, config, timeout } = group[0]!.values;
  try {
    return await run.builds.scan({
      cwd: run.workspaceRoot,
      images: group.flatMap(({ values }) => values.images ?? []),
      projects: group.filter(({ values }) => !values.images).map(({ task }) => task.project),
      ...(scanner && { scanners: scanner }),
      ...(failOn && { failOn }),
      ...(ignoreUnfixed !== undefined && { ignoreUnfixed }),
      ...(config !== undefined && { config }),
      ...(timeout && { timeout }),
      now: new Date(),
      signal: run.signal,
    });
  } catch (error) {
    return `dockwarden failed: ${error instanceof Error ? error.message : error}`;
  }
}

function finish(one: ScanTask, group: readonly ScanTask[], outcome: ScanOutcome, run: ImageRun): ImageTaskResult {
  const share = run.builds.shareOfScan(outcome, isAlone(group) ? undefined : one.values.images);
  const rendering = { cwd: run.workspaceRoot, version: PRODUCT_VERSION };
  const faults: string[] = [];
  const shown = one.reports.map(({ format, file }) => {
    const color = file === undefined && wantsColor(run.env);
    const text = run.builds.renderScan(format, share, { ...rendering, color });
    if (file === undefined) return text;
    const fault = writeReport(run.workspaceRoot, file, text);
    if (fault !== undefined) faults.push(`${fault}\n`);
    return '';
  });
  return ended(one.task, share.exitCode === 0 && faults.length === 0, [...shown, ...faults].join(''));
}

function isAlone(group: readonly ScanTask[]): boolean {
  return group.length === 1;
}

function ended(task: ImageTask, success: boolean, terminalOutput: string): ImageTaskResult {
  return { task: task.id, result: { success, terminalOutput } };
}
