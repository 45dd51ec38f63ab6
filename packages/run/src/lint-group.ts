import { countFindings, type Finding, type PolicySummary } from '@dockwarden-internal/engine';
import type { Diagnostic } from '@dockwarden-internal/syntax';
import { openWorkspace } from '@dockwarden-internal/workspace';
import { digest } from './cache/digest.ts';
import { type ResultCache, resultCache } from './cache/result-cache.ts';
import { restore, store } from './cache/stored-report.ts';
import { tracedFileSystem } from './cache/traced-file-system.ts';
import type { Group } from './files/groups.ts';
import type { LintOptions } from './lint-options.ts';
import type { ChangedFile } from './lint-outcome.ts';
import { productBuild, productVersion } from './product-version.ts';

/** What one root's run gave. */
export interface GroupOutcome {
  readonly findings: readonly Finding[];
  readonly before: readonly Finding[];
  readonly diagnostics: readonly Diagnostic[];
  readonly policies: readonly PolicySummary[];
  readonly files: number;
  readonly changed: readonly ChangedFile[];
}

/** The results of earlier runs that were asked the same; undefined for a run that must look, or that changes files. */
export function cacheOf({ disk, paths }: Group, options: LintOptions, today: string): ResultCache | undefined {
  const { cwd, config, packs, projects, noCache, fix, stdin } = options;
  if (noCache || fix || stdin) return undefined;
  const asked = [cwd, paths, config, packs, projects];
  const key = [productVersion, productBuild, disk.fs.root, asked, today, disk.listing.files];
  return resultCache(disk.fs, digest(JSON.stringify(key)));
}

/** Lints what was asked for below one root; a run whose every question to the disk has the old answers is not done again. */
export async function lintGroup(
  group: Group,
  options: LintOptions,
  today: string,
  cache: ResultCache | undefined,
): Promise<GroupOutcome> {
  const known = cache && keptOutcome(cache);
  if (known) return known;
  const { disk } = group;
  const traced = tracedFileSystem(disk.fs, cache !== undefined);
  const workspace = await openWorkspace(disk.fs.root, { fs: traced.fs, listing: disk.listing });
  const { lintWorkspace } = await import('./lint-workspace.ts');
  const outcome = await lintWorkspace(workspace, group, options, traced, today);
  if (cache && outcome.diagnostics.length === 0) {
    const questions = traced.questions();
    const read = new Set(
      questions.filter(([ask, , answer]) => ask === 'read' && answer !== '').map(([, path]) => path),
    );
    const { findings, policies, files } = outcome;
    cache.keep(
      questions,
      countFindings(files, findings),
      store(findings, policies, (path) => read.has(path)),
    );
  }
  return outcome;
}

function keptOutcome(cache: ResultCache): GroupOutcome | undefined {
  const summary = cache.summary();
  const kept = summary && cache.report();
  const findings = kept && restore(kept.report, kept.texts);
  if (!findings) return undefined;
  const { policies } = kept.report;
  return { findings, before: findings, diagnostics: [], policies, files: summary.files, changed: [] };
}
