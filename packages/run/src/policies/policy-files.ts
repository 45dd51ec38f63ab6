import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '@dockwarden-internal/syntax';
import type { NodeFileSystem } from '@dockwarden-internal/workspace';
import { realPath } from '../files/real-path.ts';

const folder = 'policies';
/** Folders below `policies/` that are looked into. */
const deepest = 8;

export interface PolicyFiles {
  readonly paths: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The files `policies/**\/*.policy.yaml` of a root. Links below the root are followed, each folder is looked into once. */
export function policyFiles(fs: NodeFileSystem): PolicyFiles {
  const paths: string[] = [];
  const diagnostics: Diagnostic[] = [];
  const seen = new Set<string>();
  const look = (path: string, depth: number): void => {
    const entry = fs.entry(path);
    if (entry === 'outside' && isFolder(join(fs.root, path))) diagnostics.push(leavesRoot(path));
    if (entry !== 'directory' || depth > deepest) return;
    const real = realPath(join(fs.root, path)) ?? path;
    if (seen.has(real)) return;
    seen.add(real);
    for (const name of fs.list(path)) {
      const child = `${path}/${name}`;
      if (/\.policy\.ya?ml$/.test(name)) paths.push(child);
      else if (name !== 'node_modules' && name !== '.git') look(child, depth + 1);
    }
  };
  look(folder, 0);
  return { paths, diagnostics };
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

export function leavesRoot(path: string): Diagnostic {
  const message = `${path} is a link out of the root and is not followed`;
  return { code: 'policy/unreadable', message, hint: 'keep policies below the root', path, exit: 2 };
}
