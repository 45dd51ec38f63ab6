import { baseName, folderOf, isWithin } from '@dockwarden-internal/facts';
import type { SourceFile } from '../../detect/source-files.ts';

/** Folders whose programs serve the work on an app. */
const ASIDE = /(?:^|\/)(?:tools?|hack|scripts?|examples?|internal|_[^/]*)(?:\/|$)/;

/** Names under cmd/ that the app itself has, where none has the project's. */
const USUAL = ['server', 'api', 'app', 'service', 'web', 'main'];

/** The folders of programs below a project's, and the one of them that is taken for the app; absent where there is none. */
export interface MainPackages {
  readonly all: readonly string[];
  readonly chosen?: string;
}

/** Source: Go specification, "Program execution"; files that no build takes do not count. */
export function mainPackages(root: string, name: string, files: readonly SourceFile[]): MainPackages {
  const programs = files.filter(
    ({ path, text }) =>
      !path.endsWith('_test.go') &&
      /^package[ \t]+main\b/m.test(text) &&
      /^func[ \t]+main\(\)/m.test(text) &&
      !/^\/\/(?:go:build|[ \t]*\+build)[ \t]+ignore\b/m.test(text),
  );
  const folders = [...new Set(programs.map(({ path }) => folderOf(path)))].filter((folder) => isWithin(folder, root));
  const below = (folder: string) => (folder === root ? '' : root === '.' ? folder : folder.slice(root.length + 1));
  const all = folders.filter((folder) => !ASIDE.test(below(folder)));
  const named = (wanted: string) => all.find((folder) => baseName(folder) === wanted);
  const names = [baseName(name), ...(root === '.' ? [] : [baseName(root)]), ...USUAL];
  const chosen = all.includes(root) ? root : all.length === 1 ? all[0] : (names.map(named).find(Boolean) ?? all[0]);
  return chosen === undefined ? { all } : { all, chosen };
}
