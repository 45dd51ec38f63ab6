import type { LintTask } from './lint-task.ts';

/** Where one format of a report goes: a file (relative to the workspace root), or the terminal. */
export interface ReportTarget {
  readonly format: string;
  readonly file?: string;
}

/** Reads `NAME` and `NAME=FILE`; without any format to the terminal, a person at the terminal still gets `pretty`. */
export function reportTargets(task: LintTask): ReportTarget[] {
  const targets = (task.options.format ?? []).map((value) => readTarget(value, task));
  return targets.some(({ file }) => file === undefined) ? targets : [{ format: 'pretty' }, ...targets];
}

function readTarget(value: string, task: LintTask): ReportTarget {
  const at = value.indexOf('=');
  if (at < 0) return { format: value };
  const tokens: Readonly<Record<string, string>> = { projectName: task.project, projectRoot: task.root };
  const file = value.slice(at + 1).replace(/\{(projectName|projectRoot)\}/g, (_, name: string) => tokens[name]!);
  return { format: value.slice(0, at), file };
}

/** Files that more than one task would write: the last would win, and the cache would restore any of them. */
export function clashes(tasks: readonly LintTask[]): Set<string> {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const task of tasks) {
    for (const { file } of reportTargets(task)) {
      if (file === undefined) continue;
      (seen.has(file) ? twice : seen).add(file);
    }
  }
  return twice;
}
