import { relative, resolve, sep } from 'node:path';
import type { Finding, LintReport } from '@dockwarden-internal/engine';
import type { ChangedFile, LintOutcome } from '@dockwarden-internal/run';
import { byEachKey } from './by-each-key.ts';
import type { LintRun } from './run-lint-tasks.ts';
import { shareOut, summaryOf } from './share-out.ts';
import { taskFinder } from './task-finder.ts';
import type { TaskPart } from './task-part.ts';

/** What a run of the linter gave to one of its tasks. */
export interface Share {
  readonly report: LintReport;
  /** Absolute: what the report's paths start from. */
  readonly root: string;
  /** Paths of the files that were looked at, as the report has them. */
  readonly files: readonly string[];
  /** By path from the workspace root. */
  readonly changed: readonly ChangedFile[];
  /** All findings whose masked words must not be printed with the changes. */
  readonly findings: readonly Finding[];
  /** The run failed and gave no reason. */
  readonly unexplained: boolean;
}

/** Shares an outcome out by task; of a look at the whole workspace each task has all. */
export function sharesOf(parts: readonly TaskPart[], outcome: LintOutcome, run: LintRun): Map<string, Share> {
  const pathOf = (path: string) => relative(run.workspaceRoot, resolve(outcome.root, path)).split(sep).join('/');
  const tasks = parts.map(({ task }) => task);
  const whole = parts[0]?.reach === 'workspace';
  const roots = parts[0]?.reach === 'project' ? [...run.graph.keys()] : [];
  const { ownersOf } = taskFinder(tasks, roots);
  const changed = outcome.changed.map((file) => ({ ...file, path: pathOf(file.path) }));
  const ofTask = whole
    ? undefined
    : {
        files: byEachKey(outcome.files, (path) => ownersOf(pathOf(path))),
        changed: byEachKey(changed, ({ path }) => ownersOf(path)),
      };
  const reports = ofTask && shareOut(outcome.report, tasks, pathOf, roots, ofTask.files);
  // An end without a reason given: better a failure that says little than a pass.
  const unexplained = outcome.exitCode >= 2 && outcome.report.diagnostics.length === 0;
  const findings = [...outcome.before, ...outcome.report.findings];
  const shared = { root: outcome.root, findings, unexplained };
  return new Map(
    tasks.map((task): [string, Share] => [
      task.id,
      {
        ...shared,
        report: reports?.get(task.id) ?? outcome.report,
        files: ofTask ? (ofTask.files.get(task) ?? []) : outcome.files,
        changed: ofTask ? (ofTask.changed.get(task) ?? []) : changed,
      },
    ]),
  );
}

/** One share of several parts of a task; what each of them says of the configuration is said once. */
export function joinShares(shares: readonly Share[]): Share {
  const [first, ...others] = shares;
  if (others.length === 0) return first!;
  const findings = shares.flatMap(({ report }) => report.findings);
  const diagnostics = new Map(
    shares
      .flatMap(({ report }) => report.diagnostics)
      .map((each) => [`${each.code}\0${each.path}\0${each.message}`, each]),
  );
  const policies = new Map(shares.flatMap(({ report }) => report.policies).map((policy) => [policy.id, policy]));
  const files = Math.max(...shares.map(({ report }) => report.summary.files));
  return {
    root: first!.root,
    report: {
      findings,
      diagnostics: [...diagnostics.values()],
      policies: [...policies.values()],
      summary: summaryOf(findings, files),
    },
    files: [...new Set(shares.flatMap((share) => share.files))],
    changed: shares.flatMap(({ changed }) => changed),
    findings: shares.flatMap((share) => share.findings),
    unexplained: shares.some(({ unexplained }) => unexplained),
  };
}
