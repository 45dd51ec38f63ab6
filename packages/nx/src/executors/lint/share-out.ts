import type { Finding, LintReport, Summary } from '@dockwarden-internal/engine';
import type { Diagnostic } from '@dockwarden-internal/syntax';
import type { LintTask } from './lint-task.ts';
import { taskFinder } from './task-finder.ts';

/** Turns a path of the report into one relative to the workspace root. */
export type PathOf = (path: string) => string;

/**
 * Shares the report of one run out among the tasks that asked for it: to each what concerns it, in the order of the report. Nothing is
 * lost: what no task can be found for (a broken configuration, an expired waiver) goes to all of them. With the folders of all projects
 * (`roots`), what is found of a project whose task is not among these is left to that task. `looked` are the files of each that were looked at.
 */
export function shareOut(
  report: LintReport,
  tasks: readonly LintTask[],
  pathOf: PathOf,
  roots: readonly string[] = [],
  looked: ReadonlyMap<LintTask, readonly string[]> = new Map(),
): Map<string, LintReport> {
  const { ownersOf, concernedBy } = taskFinder(tasks, roots);
  const shares = new Map(tasks.map(({ id }) => [id, { findings: [] as Finding[], diagnostics: [] as Diagnostic[] }]));
  for (const finding of report.findings) {
    const owners = ownersOf(pathOf(finding.place.source.path), finding.projects);
    for (const { id } of owners) shares.get(id)?.findings.push(finding);
  }
  for (const diagnostic of report.diagnostics) {
    const path = diagnostic.place?.source.path ?? diagnostic.path;
    for (const { id } of path === undefined ? tasks : concernedBy(pathOf(path)))
      shares.get(id)?.diagnostics.push(diagnostic);
  }
  return new Map(
    tasks.map((task) => {
      const { findings, diagnostics } = shares.get(task.id)!;
      const files = looked.get(task)?.length ?? 0;
      return [task.id, { findings, diagnostics, policies: report.policies, summary: summaryOf(findings, files) }];
    }),
  );
}

export function summaryOf(findings: readonly Finding[], files: number): Summary {
  const active = findings.filter(({ suppressed }) => !suppressed);
  const count = (severity: Finding['severity']) => active.filter((finding) => finding.severity === severity).length;
  return {
    files,
    error: count('error'),
    warning: count('warning'),
    info: count('info'),
    suppressed: findings.length - active.length,
  };
}
