import { type Dirent, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { joinPath } from '@dockwarden-internal/facts/kernel/path';
import { type GitIgnore, parseGitIgnore } from '@dockwarden-internal/syntax';
import { MAX_DEPTH, MAX_FILES } from './bounds.ts';
import type { NodeFileSystem } from './file-system.ts';
import { isGarbled } from './garbled-name.ts';

export interface Walk {
  readonly files: string[];
  /** Folders too deep to be entered, and `.` where there were too many files. */
  readonly cut: string[];
  /** Folders that cannot be read. */
  readonly unreadable: string[];
}

interface Folder {
  readonly path: string;
  readonly depth: number;
  /** Ignore files from the root down, each with the folder that it speaks of. */
  readonly ignores: readonly { readonly base: string; readonly ignore: GitIgnore }[];
}

/** The files below the root by walking: without what .gitignore files ignore, and without following links to folders. */
export function walkFiles(fs: NodeFileSystem, entriesOf: (folder: string) => Dirent[] = onDisk(fs)): Walk {
  const files: string[] = [];
  const cut: string[] = [];
  const unreadable: string[] = [];
  const pending: Folder[] = [{ path: '.', depth: 0, ignores: [] }];
  for (let folder = pending.pop(); folder; folder = pending.pop()) {
    const entries = entriesIn(folder.path);
    if (!entries) continue;
    const ignores = entries.some(({ name }) => name === '.gitignore') ? withOwnIgnore(fs, folder) : folder.ignores;
    for (const entry of entries) {
      const path = joinPath(folder.path, entry.name);
      const isFolder = entry.isDirectory();
      if (isFolder && (entry.name === 'node_modules' || entry.name === '.git')) continue;
      if (isIgnored(path, isFolder, ignores)) continue;
      if (!isFolder) files.push(path);
      else if (folder.depth < MAX_DEPTH) pending.push({ path, depth: folder.depth + 1, ignores });
      else cut.push(path);
      if (files.length >= MAX_FILES) return { files, cut: [...cut, '.'], unreadable };
    }
  }
  return { files, cut, unreadable };

  function entriesIn(folder: string): Dirent[] | undefined {
    try {
      return entriesOf(folder);
    } catch (error) {
      // One whose name is no UTF-8 is there, and not found by the name that was made of it.
      const isGone = (error as NodeJS.ErrnoException).code === 'ENOENT' && !isGarbled(folder);
      if (!isGone) unreadable.push(folder);
      return undefined;
    }
  }
}

function onDisk({ root }: NodeFileSystem): (folder: string) => Dirent[] {
  return (folder) => readdirSync(join(root, folder), { withFileTypes: true });
}

function withOwnIgnore(fs: NodeFileSystem, { path, ignores }: Folder): Folder['ignores'] {
  const text = fs.read(joinPath(path, '.gitignore'));
  return text === undefined ? ignores : [...ignores, { base: path, ignore: parseGitIgnore(text) }];
}

/** The innermost file that speaks of the path decides. */
function isIgnored(path: string, isFolder: boolean, ignores: Folder['ignores']): boolean {
  for (let i = ignores.length - 1; i >= 0; i--) {
    const { base, ignore } = ignores[i]!;
    const verdict = ignore.verdict(base === '.' ? path : path.slice(base.length + 1), isFolder);
    if (verdict) return verdict === 'ignored';
  }
  return false;
}
