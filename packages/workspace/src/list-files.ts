import type { Diagnostic } from '@dockwarden-internal/syntax';
import { MAX_DEPTH, MAX_FILES } from './bounds.ts';
import type { NodeFileSystem } from './file-system.ts';
import { gitFiles } from './git-files.ts';
import { walkFiles } from './walk-files.ts';

/** What a root holds besides what git ignores and node_modules. */
export interface Listing {
  /** Relative to the root, sorted. Links are listed, and links to folders not followed. */
  readonly files: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Lists by git where it can (one process for each repository, no shell), else by walking. `named` folders are listed also where a repository
 * of its own, which is no submodule, holds them.
 */
export function listFiles(fs: NodeFileSystem, named: readonly string[] = []): Listing {
  const known = gitFiles(fs.root, named);
  const { files, cut } = known ? cutShort(known) : walkFiles(fs);
  const kept = files.filter((path) => !/(?:^|\/)node_modules\//.test(path));
  return { files: kept.sort(), diagnostics: cut.map(cutDiagnostic) };
}

function cutShort(files: string[]): { files: string[]; cut: string[] } {
  return files.length <= MAX_FILES ? { files, cut: [] } : { files: files.slice(0, MAX_FILES), cut: ['.'] };
}

function cutDiagnostic(path: string): Diagnostic {
  const message =
    path === '.'
      ? `There are more than ${MAX_FILES} files; the rest was not looked at.`
      : `The folder lies more than ${MAX_DEPTH} folders deep and was not looked at.`;
  return { code: 'files/too-many', message, hint: 'Name the folders to look at, or exclude some.', path, exit: 3 };
}
