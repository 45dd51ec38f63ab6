import { posix, relative, resolve, sep } from 'node:path';
import { type Diagnostic, suggest } from '@dockwarden-internal/syntax';
import { findRoot, type OpenDisk, openDisk, rootOfOutsider, staysIn } from '@dockwarden-internal/workspace';
import { garbledDiagnostic, isGarbled } from '@dockwarden-internal/workspace/garbled-name';
import { inRealFolder, isFolder, realPath } from './real-path.ts';

/** What was asked for below one root. */
export interface Group {
  readonly disk: OpenDisk;
  /** From the root; absent: everything. */
  readonly paths?: readonly string[];
  /** True for a root that is not that of the working directory. */
  readonly foreign: boolean;
}

/** Sorts paths by root: the workspace's own, and for each path outside of it the nearest root above. */
export function groupByRoot(
  cwd: string,
  paths: readonly string[],
): { readonly groups: readonly Group[]; readonly diagnostics: readonly Diagnostic[] } {
  const home = findRoot(cwd) ?? cwd;
  if (paths.length === 0) return { groups: [{ disk: openDisk(home), foreign: false }], diagnostics: [] };
  const byRoot = new Map<string, string[]>();
  const diagnostics: Diagnostic[] = [];
  for (const path of paths) {
    const found = locate(home, resolve(cwd, path));
    if (found) byRoot.set(found.root, [...(byRoot.get(found.root) ?? []), fromRoot(found.root, found.path)]);
    else diagnostics.push(notThere(path));
  }
  const groups = [...byRoot].map(([root, own]) => ({ disk: openDisk(root, own), paths: own, foreign: root !== home }));
  return { groups, diagnostics };
}

/**
 * The root of a path, and the path as seen through the links that lead to that root. A link to a folder is that folder: what is found
 * has the names that it has there.
 */
function locate(home: string, absolute: string): { readonly root: string; readonly path: string } | undefined {
  const linked = isFolder(absolute) ? [realPath(absolute)] : [];
  for (const path of [...linked, absolute, inRealFolder(absolute), realPath(absolute)])
    if (path !== undefined && staysIn(home, path)) return { root: home, path };
  const path = realPath(absolute);
  const root = path === undefined ? undefined : rootOfOutsider(path);
  return root === undefined ? undefined : { root, path: path! };
}

export function fromRoot(root: string, absolute: string): string {
  return relative(root, absolute).split(sep).join('/') || '.';
}

/** What a shell hands over as a file and no file system has: `dockwarden lint /dev/stdin`, `dockwarden lint <(generate)`. */
const PIPE = /^\/(?:dev\/(?:stdin|fd\/\d+)|proc\/self\/fd\/\d+)$/;

/** A path that leads nowhere; `linted` are those that it may have been meant for. */
export function notThere(path: string, linted: readonly string[] = []): Diagnostic {
  if (isGarbled(path)) return garbledDiagnostic(path);
  const known = { code: 'files/absent', path, exit: 3 } as const;
  if (PIPE.test(path)) return { ...known, message: `${path} is no file.`, hint: PIPE_HINT };
  // A name in the same folder, or a folder that is misspelt.
  const near = suggest(path, linted);
  const meant = near !== undefined && posix.dirname(near) === posix.dirname(path) ? posix.basename(near) : near;
  return { ...known, message: `${path} is not there.`, hint: meant ? `Did you mean ${meant}?` : 'Check the path.' };
}

export const PIPE_HINT = 'What comes through a pipe is linted by --stdin-filename FILE -.';
