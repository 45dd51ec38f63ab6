import { summarize } from '@dockwarden-internal/engine';
import type { Diagnostic } from '@dockwarden-internal/syntax';
import { exitCode } from './exit-code.ts';
import { type Group, groupByRoot } from './files/groups.ts';
import { stdinPlace } from './files/stdin-file.ts';
import { inForeignRoot } from './foreign-root.ts';
import { cacheOf, type GroupOutcome, lintGroup } from './lint-group.ts';
import type { LintOptions } from './lint-options.ts';
import type { LintOutcome } from './lint-outcome.ts';

/** A run that was asked for; what it prints may be known before it is done. */
export interface LintRun {
  /** What a run printed in a rendering, where nothing that it asked of the disk answers otherwise today. */
  readonly printed: (rendering: string) => Printed | undefined;
  readonly lint: () => Promise<LintOutcome>;
  /** Keeps what was made of the outcome, UTF-8 in pieces, for the next run's `printed`. */
  readonly keep: (rendering: string, text: readonly Uint8Array[]) => void;
}

export interface Printed {
  /** UTF-8. */
  readonly text: Uint8Array;
  readonly exitCode: 0 | 1 | 2 | 3;
}

/** One run: finds files, reads configuration and policies, lints, and mends where that was asked for. */
export function lint(options: LintOptions): Promise<LintOutcome> {
  return openLint(options).lint();
}

/** Sorts what is to be linted by root; a rendering is everything beside the options that decides what is printed. */
export function openLint(options: LintOptions): LintRun {
  const today = new Date().toISOString().slice(0, 10);
  const { groups, diagnostics } = groupByRoot(options.cwd, pathsOf(options));
  const asked = groups.map((group) => ({ group, cache: cacheOf(group, options, today) }));
  // What several roots print together is not kept, nor what could not be looked at.
  const only = asked.length === 1 && diagnostics.length === 0 ? asked[0]!.cache : undefined;
  return {
    printed: (rendering) => {
      const text = only?.printed(rendering);
      return text === undefined
        ? undefined
        : { text, exitCode: exitCode({ diagnostics: [], summary: only!.summary()! }, options) };
    },
    keep: (rendering, text) => only?.keepPrinted(rendering, text),
    lint: async () => {
      const outcomes: GroupOutcome[] = [];
      for (const { group, cache } of asked)
        outcomes.push(asSeenFromHome(group, await lintGroup(group, options, today, cache)));
      return join(outcomes, groups, diagnostics, options);
    },
  };
}

/** Files of another root than the working directory's are called by their whole path. */
function asSeenFromHome({ disk, foreign }: Group, outcome: GroupOutcome): GroupOutcome {
  if (!foreign) return outcome;
  const { root } = disk.fs;
  const abroad = inForeignRoot(root);
  return {
    ...outcome,
    findings: outcome.findings.map(abroad.finding),
    before: outcome.before.map(abroad.finding),
    diagnostics: outcome.diagnostics.map(abroad.diagnostic),
    changed: outcome.changed.map((file) => ({ ...file, path: abroad.path(file.path) })),
    files: outcome.files.map(abroad.path),
  };
}

function join(
  outcomes: readonly GroupOutcome[],
  groups: readonly Group[],
  diagnostics: readonly Diagnostic[],
  options: LintOptions,
): LintOutcome {
  const policies = new Map(outcomes.flatMap((outcome) => outcome.policies).map((policy) => [policy.id, policy]));
  const report = summarize(
    outcomes.reduce((sum, outcome) => sum + outcome.files.length, 0),
    outcomes.flatMap((outcome) => outcome.findings),
    [...diagnostics, ...outcomes.flatMap((outcome) => outcome.diagnostics)],
    [...policies.values()],
  );
  return {
    report,
    root: groups.find((group) => !group.foreign)?.disk.fs.root ?? options.cwd,
    files: outcomes.flatMap((outcome) => outcome.files),
    changed: outcomes.flatMap((outcome) => outcome.changed),
    before: outcomes.flatMap((outcome) => outcome.before),
    exitCode: exitCode(report, options),
  };
}

/** Of standard input the folder that says which root it belongs to. */
function pathsOf({ cwd, paths = [], stdin }: LintOptions): readonly string[] {
  return stdin ? [stdinPlace(cwd, stdin.filename).folder] : paths;
}
