import type { Diagnostic } from '@dockwarden-internal/syntax';
import { MAX_DEPTH, MAX_FILES } from './bounds.ts';
import { entryDiagnostic } from './entry-diagnostic.ts';
import type { NodeFileSystem } from './file-system.ts';
import { garbledDiagnostic, isGarbled } from './garbled-name.ts';
import { type GitFiles, gitFiles } from './git-files.ts';
import { type Walk, walkFiles } from './walk-files.ts';

/** What a root holds besides what git ignores and node_modules. */
export interface Listing {
  /** Relative to the root, sorted. Links are listed, and links to folders not followed. */
  readonly files: readonly string[];
  /** Folders that were not looked into, each with its path. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Lists by git where it can (one process for each repository, no shell), else by walking. `named` folders are listed also where a repository
 * of its own, which is no submodule, holds them.
 */
export function listFiles(fs: NodeFileSystem, named: readonly string[] = []): Listing {
  const known = gitFiles(fs.root, named);
  return listingOf(known ? cutShort(known) : walkFiles(fs));
}

export function listingOf({ files, cut, unreadable }: Walk): Listing {
  const kept = files.filter(isOurs).sort();
  const notRead = unreadable.filter(isOurs).sort();
  return {
    files: kept,
    diagnostics: [...cut.map(cutDiagnostic), ...notRead.map(unreadDiagnostic)],
  };
}

function unreadDiagnostic(path: string): Diagnostic {
  return isGarbled(path) ? garbledDiagnostic(path) : entryDiagnostic(path, 'unreadable')!;
}

function isOurs(path: string): boolean {
  return !/(?:^|\/)node_modules(?:\/|$)/.test(path);
}

function cutShort({ files, unreadable }: GitFiles): Walk {
  return files.length <= MAX_FILES
    ? { files, cut: [], unreadable }
    : { files: files.slice(0, MAX_FILES), cut: ['.'], unreadable };
}

function cutDiagnostic(path: string): Diagnostic {
  const message =
    path === '.'
      ? `There are more than ${MAX_FILES} files; the rest was not looked at.`
      : `The folder lies more than ${MAX_DEPTH} folders deep and was not looked at.`;
  return { code: 'files/too-many', message, hint: 'Name the folders to look at, or exclude some.', path, exit: 3 };
}
