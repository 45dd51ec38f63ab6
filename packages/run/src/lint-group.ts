import { resolve } from 'node:path';
import { countFindings, type Finding, type PolicySummary } from '@dockwarden-internal/engine';
import type { Diagnostic } from '@dockwarden-internal/syntax';
import { openWorkspace, type ProjectGraph } from '@dockwarden-internal/workspace';
import { digest } from './cache/digest.ts';
import { type ResultCache, resultCache } from './cache/result-cache.ts';
import { restore, store } from './cache/stored-report.ts';
import { tracedFileSystem } from './cache/traced-file-system.ts';
import { fromRoot, type Group } from './files/groups.ts';
import type { LintOptions } from './lint-options.ts';
import type { ChangedFile } from './lint-outcome.ts';
import { productBuild, productVersion } from './product-version.ts';
import { findShellcheck } from './shellcheck/find-shellcheck.ts';

/** What one root's run gave. */
export interface GroupOutcome {
  readonly findings: readonly Finding[];
  readonly before: readonly Finding[];
  readonly diagnostics: readonly Diagnostic[];
  readonly policies: readonly PolicySummary[];
  /** Paths of the files that were looked at, from the root. */
  readonly files: readonly string[];
  readonly changed: readonly ChangedFile[];
}

/** The results of earlier runs that were asked the same; undefined for a run that must look, or that changes files. */
export function cacheOf({ disk, paths }: Group, options: LintOptions, today: string): ResultCache | undefined {
  const { cwd, config, packs, projects, reach, affected, graph, noCache, noWaivers, noBaseline, fix, stdin } = options;
  if (noCache || fix || stdin) return undefined;
  const part = affected && [[...affected.files], affected.workspace];
  const shellcheck = findShellcheck(options.searchPath)?.identity;
  const asked = [
    cwd,
    paths,
    config,
    packs,
    projects,
    reach,
    graph && [...graph],
    part,
    shellcheck,
    noWaivers,
    noBaseline,
  ];
  const key = [productVersion, productBuild, disk.fs.root, asked, today, disk.listing];
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
  const given = { fs: traced.fs, listing: disk.listing };
  const workspace = await openWorkspace(disk.fs.root, given, graphBelow(group, options));
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
      countFindings(files.length, findings),
      store({ findings, policies, files }, (path) => read.has(path)),
    );
  }
  return outcome;
}

/** The graph with folders from the root of the group; none where that is another workspace. */
function graphBelow({ disk, foreign }: Group, { cwd, graph }: LintOptions): ProjectGraph | undefined {
  const { root } = disk.fs;
  if (!graph || foreign || root === cwd) return foreign ? undefined : graph;
  const below = (folder: string) => fromRoot(root, resolve(cwd, folder));
  return new Map([...graph].map(([folder, needed]) => [below(folder), needed.map(below)]));
}

function keptOutcome(cache: ResultCache): GroupOutcome | undefined {
  const summary = cache.summary();
  const kept = summary && cache.report();
  const findings = kept && restore(kept.report, kept.texts);
  if (!findings) return undefined;
  const { policies, looked } = kept.report;
  return { findings, before: findings, diagnostics: [], policies, files: looked, changed: [] };
}
