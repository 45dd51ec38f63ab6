import { isAbsolute, relative, resolve, sep } from 'node:path';
import type { CandidateKind } from '@dockwarden-internal/facts';
import type { Diagnostic } from '@dockwarden-internal/syntax';
import { entryDiagnostic, findFiles, findWorkspace, isWithin, namedKind, openWorkspace, rootOfOutsider, type Workspace } from '@dockwarden-internal/workspace';

/** What is linted below one root. */
export interface RootTargets {
  readonly workspace: Workspace;
  /** Absolute. */
  readonly root: string;
  readonly files: readonly { readonly path: string; readonly kind: CandidateKind }[];
  /** Absent: everything of the workspace was asked for. */
  readonly only?: ReadonlySet<string>;
  readonly diagnostics: readonly Diagnostic[];
}

export interface Asked {
  readonly cwd: string;
  readonly paths: readonly string[];
}

/** Sorts what was asked for by root: the workspace's own, and for each path outside of it the nearest root above. */
export async function findTargets({ cwd, paths }: Asked, exclude: (workspace: Workspace) => Promise<readonly string[]>): Promise<readonly RootTargets[]> {
  const home = await findWorkspace(cwd);
  if (!home) return [];
  if (paths.length === 0) return [await whole(home, exclude)];
  const roots = new Map<string, { workspace: Workspace; paths: string[] }>();
  const diagnostics: Diagnostic[] = [];
  for (const path of paths) {
    const absolute = resolve(cwd, path);
    const root = isInside(home.fs.root, absolute) ? home.fs.root : rootOfOutsider(absolute);
    if (root === undefined) {
      diagnostics.push(notThere(path));
      continue;
    }
    const entry = roots.get(root) ?? { workspace: root === home.fs.root ? home : await openWorkspace(root), paths: [] };
    entry.paths.push(absolute);
    roots.set(root, entry);
  }
  const targets = await Promise.all([...roots.values()].map((entry) => named(entry.workspace, entry.paths, exclude)));
  if (targets.length === 0) return [{ workspace: home, root: home.fs.root, files: [], only: new Set(), diagnostics }];
  return targets.map((target, index) => (index === 0 ? { ...target, diagnostics: [...diagnostics, ...target.diagnostics] } : target));
}

function isInside(root: string, path: string): boolean {
  const inside = relative(root, path);
  return inside === '' || (!inside.startsWith(`..${sep}`) && inside !== '..' && !isAbsolute(inside));
}

async function whole(workspace: Workspace, exclude: (workspace: Workspace) => Promise<readonly string[]>): Promise<RootTargets> {
  const { files, diagnostics } = findFiles(workspace.fs, workspace.listing, { exclude: await exclude(workspace) });
  return { workspace, root: workspace.fs.root, files, diagnostics: [...workspace.diagnostics, ...diagnostics] };
}

/** Files are linted whatever they are called; folders for what is found in them. Other files of the root take part for links. */
async function named(workspace: Workspace, paths: readonly string[], exclude: (workspace: Workspace) => Promise<readonly string[]>): Promise<RootTargets> {
  const { fs } = workspace;
  const all = findFiles(fs, workspace.listing, { exclude: await exclude(workspace) });
  const diagnostics: Diagnostic[] = [...workspace.diagnostics];
  const only = new Set<string>();
  const extra = new Map<string, CandidateKind>();
  for (const absolute of paths) {
    const path = relative(fs.root, absolute).split(sep).join('/') || '.';
    const entry = fs.entry(path);
    if (entry === 'directory') {
      for (const file of all.files) if (path === '.' || isWithin(file.path, path)) only.add(file.path);
      diagnostics.push(...all.diagnostics.filter((each) => path === '.' || (each.path !== undefined && isWithin(each.path, path))));
      continue;
    }
    const problem = entry === 'absent' ? notThere(path) : entryDiagnostic(path, entry);
    if (problem) {
      diagnostics.push(problem);
      continue;
    }
    only.add(path);
    if (!all.files.some((file) => file.path === path)) extra.set(path, namedKind(path));
  }
  const files = [...all.files, ...[...extra].map(([path, kind]) => ({ path, kind }))];
  return { workspace, root: fs.root, files, only, diagnostics };
}

function notThere(path: string): Diagnostic {
  return { code: 'files/absent', message: `${path} is not there.`, hint: 'Check the path.', path, exit: 3 };
}

