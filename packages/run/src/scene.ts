import type { Finding, Overlay } from '@dockwarden-internal/engine';
import { buildWorld, faultCounts, projectAt } from '@dockwarden-internal/facts';
import type { Diagnostic } from '@dockwarden-internal/syntax';
import { namedKind } from '@dockwarden-internal/workspace';
import { overlayFileSystem } from './files/overlay-file-system.ts';
import type { Targets } from './files/targets.ts';
import type { LintOptions } from './lint-options.ts';
import { lintParts, type PartsInput } from './lint-parts.ts';
import { outsideCompose } from './outside-compose.ts';
import { worldsOf } from './scene-worlds.ts';
import type { JoinedShellcheck } from './shellcheck/open-shellcheck.ts';

/** The files of a root, ready to be linted as they are or with changed texts laid over them. */
export interface Scene {
  /** Paths of those that are looked at, sorted. */
  readonly files: readonly string[];
  readonly only?: ReadonlySet<string>;
  /** Whether findings in a file are wanted: it was asked for, or is linted along with one that was, as an ignore file is. */
  readonly isWanted: (path: string) => boolean;
  readonly textOf: (path: string) => string | undefined;
  readonly lint: Lint;
  /** The same without what other programs find, for fixes that are tried one after the other. */
  readonly trial: Lint;
  /** What Compose files name out of the root, once `lint` has run. */
  readonly outside: () => readonly Diagnostic[];
  /** How much of these files a parser refuses. */
  readonly faults: (overlay: Overlay, paths: Iterable<string>) => ReadonlyMap<string, number>;
}

type Lint = (overlay: Overlay, paths: ReadonlySet<string> | undefined) => readonly Finding[];

export interface SceneInput extends Pick<PartsInput, 'policies' | 'waivers' | 'owners' | 'idleSettings' | 'today'> {
  readonly targets: Targets;
  readonly options: Pick<LintOptions, 'projects' | 'progress' | 'reach' | 'affected'>;
  readonly shellcheck?: JoinedShellcheck;
  /** Standard input, standing in for a file of the root. */
  readonly stdin?: { readonly path: string; readonly text: string };
}

export async function sceneOf(input: SceneInput): Promise<Scene> {
  const { targets, options, stdin } = input;
  const { workspace } = targets;
  const fs = stdin ? overlayFileSystem(workspace.fs, new Map([[stdin.path, stdin.text]])) : workspace.fs;
  const files = withStdin(targets.files, stdin?.path);
  const worldOver = await worldsOf({ fs, workspace: workspace.model, settings: input.policies.config, files });
  const all = new Set(files.map(({ path }) => path));
  const asked = stdin ? new Set([stdin.path]) : ofProjects(targets, options.projects ?? []);
  const { affected } = options;
  const only = affected ? new Set([...affected.files].filter((path) => (asked ?? all).has(path))) : asked;
  const isWanted = (path: string) => !only || only.has(path) || !all.has(path);
  const parts = lintParts({ ...input, asked, aboutText: stdin !== undefined });
  let outside: readonly Diagnostic[] = [];
  const lint =
    (joining: JoinedShellcheck | undefined): Lint =>
    (overlay, paths) => {
      const world = worldOver(overlay);
      if (parts.looksAtFiles) outside = outsideCompose(world, isWanted);
      return parts.lint(world, paths, joining);
    };
  return {
    files: [...(only ?? all)].sort(),
    only,
    isWanted,
    textOf: (path) => fs.read(path),
    lint: lint(input.shellcheck),
    trial: lint(undefined),
    outside: () => outside,
    faults: (overlay, paths) => faultCounts(worldOver(overlay), paths),
  };
}

function withStdin(files: Targets['files'], path: string | undefined): Targets['files'] {
  if (path === undefined || files.some((file) => file.path === path)) return files;
  return [...files, { path, kind: namedKind(path) }];
}

/** The wanted files that belong to one of these projects; without projects, the wanted files. */
function ofProjects(targets: Targets, projects: readonly string[]): ReadonlySet<string> | undefined {
  if (projects.length === 0) return targets.only;
  const wanted = new Set(projects);
  const world = buildWorld({ fs: targets.workspace.fs, workspace: targets.workspace.model, settings: {}, files: [] });
  const owned = targets.files.filter(
    ({ path }) => wanted.has(projectAt(world, path)?.model.name ?? '') && (!targets.only || targets.only.has(path)),
  );
  return new Set(owned.map((file) => file.path));
}
