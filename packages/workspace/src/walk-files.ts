import { type Dirent, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type GitIgnore, parseGitIgnore } from '@dockwarden-internal/syntax';
import { MAX_DEPTH, MAX_FILES } from './bounds.ts';
import type { NodeFileSystem } from './file-system.ts';

export interface Walk {
  readonly files: string[];
  /** Folders too deep to be entered, and `.` where there were too many files. */
  readonly cut: string[];
}

interface Folder {
  readonly path: string;
  readonly depth: number;
  /** Ignore files from the root down, each with the folder that it speaks of. */
  readonly ignores: readonly { readonly base: string; readonly ignore: GitIgnore }[];
}

/** The files below the root by walking: without what .gitignore files ignore, and without following links to folders. */
export function walkFiles(fs: NodeFileSystem): Walk {
  const files: string[] = [];
  const cut: string[] = [];
  const pending: Folder[] = [{ path: '.', depth: 0, ignores: [] }];
  for (let folder = pending.pop(); folder; folder = pending.pop()) {
    const entries = readFolder(fs, folder.path);
    const ignores = entries.some(({ name }) => name === '.gitignore') ? withOwnIgnore(fs, folder) : folder.ignores;
    for (const entry of entries) {
      const path = folder.path === '.' ? entry.name : `${folder.path}/${entry.name}`;
      const isFolder = entry.isDirectory();
      if (isFolder && (entry.name === 'node_modules' || entry.name === '.git')) continue;
      if (isIgnored(path, isFolder, ignores)) continue;
      if (!isFolder) files.push(path);
      else if (folder.depth < MAX_DEPTH) pending.push({ path, depth: folder.depth + 1, ignores });
      else cut.push(path);
      if (files.length >= MAX_FILES) return { files, cut: [...cut, '.'] };
    }
  }
  return { files, cut };
}

function readFolder(fs: NodeFileSystem, path: string): Dirent[] {
  try {
    return readdirSync(join(fs.root, path), { withFileTypes: true });
  } catch {
    return [];
  }
}

function withOwnIgnore(fs: NodeFileSystem, { path, ignores }: Folder): Folder['ignores'] {
  const text = fs.read(path === '.' ? '.gitignore' : `${path}/.gitignore`);
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
