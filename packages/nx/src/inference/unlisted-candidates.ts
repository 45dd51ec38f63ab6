import { type Dirent, readdirSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { candidateKind, isPlainName } from '@dockwarden-internal/workspace/candidate-kind';

/**
 * What is called like a file to lint, lies in one of these folders and is none: a folder, or a link to nothing. Nx lists neither, so that no glob
 * finds them; the linter says what is wrong with them. Links that lead somewhere are not among them: Nx would not see their text change.
 */
export function unlistedCandidates(workspaceRoot: string, folders: Iterable<string>): string[] {
  return [...new Set(folders)].flatMap((folder) =>
    entriesOf(join(workspaceRoot, folder))
      .filter((entry) => isBroken(entry, join(workspaceRoot, folder, entry.name)))
      .map(({ name }) => posix.join(folder, name)),
  );
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

function isBroken(entry: Dirent, path: string): boolean {
  if (entry.isDirectory()) return isPlainName(entry.name);
  if (!entry.isSymbolicLink() || candidateKind(entry.name) === undefined) return false;
  try {
    statSync(path);
    return false;
  } catch {
    return true;
  }
}
