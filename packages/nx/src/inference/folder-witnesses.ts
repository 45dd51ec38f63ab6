import { type Dirent, readdirSync } from 'node:fs';
import { join, posix } from 'node:path';

/** Folders that hold nothing of a project's own. */
const LEFT_OUT = new Set(['node_modules', '.git']);

/** How deep a folder is searched for a file. */
const DEPTH = 4;

/**
 * One file of each folder right below a project. Facts ask which folders are there, and Nx hashes files alone: by this one a folder that comes or
 * goes is seen, without every source being an input.
 */
export function folderWitnesses(workspaceRoot: string, root: string): string[] {
  return foldersOf(sorted(join(workspaceRoot, root))).flatMap(
    ({ name }) => firstFile(workspaceRoot, posix.join(root, name), DEPTH) ?? [],
  );
}

function firstFile(workspaceRoot: string, folder: string, depth: number): string | undefined {
  const entries = sorted(join(workspaceRoot, folder));
  const file = entries.find((entry) => entry.isFile());
  if (file) return posix.join(folder, file.name);
  if (depth === 1) return undefined;
  for (const { name } of foldersOf(entries)) {
    const found = firstFile(workspaceRoot, posix.join(folder, name), depth - 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

function foldersOf(entries: readonly Dirent[]): Dirent[] {
  return entries.filter((entry) => entry.isDirectory() && !LEFT_OUT.has(entry.name));
}

function sorted(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return [];
  }
}
