import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { summarize } from '@dockwarden-internal/engine';
import { exitCode } from './exit-code.ts';
import { groupByRoot } from './files/groups.ts';
import { inForeignRoot } from './foreign-root.ts';
import { type GroupOutcome, lintGroup } from './lint-group.ts';
import type { LintOptions } from './lint-options.ts';
import type { LintOutcome } from './lint-outcome.ts';

/** One run: finds files, reads configuration and policies, lints, and mends where that was asked for. */
export async function lint(options: LintOptions): Promise<LintOutcome> {
  const { groups, diagnostics } = groupByRoot(options.cwd, pathsOf(options));
  const outcomes: GroupOutcome[] = [];
  for (const group of groups) {
    const outcome = await lintGroup(group, options);
    const { root } = group.disk.fs;
    const abroad = inForeignRoot(root);
    outcomes.push(
      group.foreign
        ? {
            ...outcome,
            findings: outcome.findings.map(abroad),
            before: outcome.before.map(abroad),
            changed: outcome.changed.map((file) => ({ ...file, path: `${root}/${file.path}` })),
          }
        : outcome,
    );
  }
  const policies = new Map(outcomes.flatMap((outcome) => outcome.policies).map((policy) => [policy.id, policy]));
  const files = outcomes.reduce((sum, outcome) => sum + outcome.files, 0);
  const findings = outcomes.flatMap((outcome) => outcome.findings);
  const report = summarize(
    files,
    findings,
    [...diagnostics, ...outcomes.flatMap((outcome) => outcome.diagnostics)],
    [...policies.values()],
  );
  return {
    report,
    root: groups.find((group) => !group.foreign)?.disk.fs.root ?? options.cwd,
    changed: outcomes.flatMap((outcome) => outcome.changed),
    before: outcomes.flatMap((outcome) => outcome.before),
    exitCode: exitCode(report, options),
  };
}

/** Standard input stands in for a file that need not be there, nor its folder: the nearest one that is says which root it is. */
function pathsOf({ cwd, paths = [], stdin }: LintOptions): readonly string[] {
  if (!stdin) return paths;
  let folder = dirname(resolve(cwd, stdin.filename));
  while (!existsSync(folder) && folder !== dirname(folder)) folder = dirname(folder);
  return [folder];
}
