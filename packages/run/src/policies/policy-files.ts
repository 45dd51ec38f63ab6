import { join } from 'node:path';
import { joinPath } from '@dockwarden-internal/facts/kernel/path';
import type { Diagnostic } from '@dockwarden-internal/syntax';
import type { Entry, NodeFileSystem } from '@dockwarden-internal/workspace';
import { isFolder, realPath } from '../files/real-path.ts';
import { misnamed } from './misnamed.ts';

/** Folders below the first that are looked into. */
const deepest = 8;
/** Files and folders that are looked at: a package may have a pack and policies beside much else. */
const mostEntries = 20_000;

/** A folder in which policies and terms lie. */
export interface PolicyFolder {
  readonly fs: NodeFileSystem;
  /** From the root of `fs`. */
  readonly folder: string;
  /** What a file of it is called, by its path from the root of `fs`. */
  readonly shown: (path: string) => string;
  /** Absent for the workspace's own. */
  readonly package?: true;
  /** The only file of it that is meant, whatever it is called. */
  readonly only?: string;
}

export interface PolicyFiles {
  /** Paths from the root of the folder's disk. */
  readonly policies: readonly string[];
  readonly terms: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

const OWN_FOLDER = 'policies';

/** The folder `policies` of a workspace. */
export function workspacePolicies(fs: NodeFileSystem): PolicyFolder {
  return { fs, folder: OWN_FOLDER, shown: (path) => path };
}

/**
 * `**\/*.policy.yaml` and `**\/*.terms.yaml` of a folder. Links below its root are followed, each folder is looked into once. With the ids that
 * are taken, what is called otherwise in the workspace's own is told.
 */
export function policyFiles(
  { fs, folder, shown, only, package: isPackage }: PolicyFolder,
  takenIds?: ReadonlySet<string>,
): PolicyFiles {
  if (only !== undefined) return { policies: [only], terms: [], diagnostics: [] };
  const policies: string[] = [];
  const terms: string[] = [];
  const strays: string[] = [];
  const diagnostics: Diagnostic[] = [];
  const seen = new Set<string>();
  let looked = 0;
  const look = (path: string, depth: number): void => {
    const entry = fs.entry(path);
    if (entry === 'outside' && !isPackage && isFolder(join(fs.root, path))) diagnostics.push(unreadable(path, entry));
    if (entry !== 'directory' || depth > deepest) return;
    const real = realPath(join(fs.root, path)) ?? path;
    if (seen.has(real)) return;
    seen.add(real);
    for (const name of fs.list(path)) {
      if (++looked > mostEntries) return;
      const child = joinPath(path, name);
      if (/\.policy\.ya?ml$/.test(name)) policies.push(child);
      else if (/\.terms\.ya?ml$/.test(name)) terms.push(child);
      else if (name !== 'node_modules' && name !== '.git') {
        if (/\.ya?ml$/i.test(name)) strays.push(child);
        look(child, depth + 1);
      }
    }
  };
  look(folder, 0);
  if (takenIds && folder === OWN_FOLDER && !isPackage)
    diagnostics.push(...strays.flatMap((path) => misnamed(path, fs, takenIds) ?? []));
  if (looked > mostEntries) diagnostics.push(tooMany(shown(folder)));
  return { policies, terms, diagnostics };
}

const REASONS: { readonly [E in Entry]?: readonly [what: string, hint: string] } = {
  outside: ['is a link out of its root and is not followed', 'keep policies below the root'],
  directory: ['is a folder, not a file', 'rename it, or move it out of the policies'],
  dangling: ['is a link to nothing', 'mend or remove the link'],
  special: ['is no regular file', 'replace it by a file, or remove it'],
  'too-large': ['is too large to be read as text', 'write its policies into files of their own'],
};

/** Why a policy or a file of terms was not read. */
export function unreadable(path: string, entry: Entry): Diagnostic {
  const [what, hint] = REASONS[entry] ?? ['cannot be read', 'mend its permissions, or remove it'];
  return { code: 'policy/unreadable', message: `${path} ${what}`, hint, path, exit: 2 };
}

function tooMany(path: string): Diagnostic {
  const message = `more than ${mostEntries} files lie below ${path}, of which not all were looked at`;
  return {
    code: 'policy/many',
    message,
    hint: 'put the pack and its policies into a folder of their own',
    path,
    exit: 2,
  };
}
