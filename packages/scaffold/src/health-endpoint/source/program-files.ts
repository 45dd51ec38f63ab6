import { baseName, isWithin } from '@dockwarden-internal/facts';
import { sourceFiles } from '../../detect/source-files.ts';
import type { App } from '../../model/app.ts';
import { JAVA, type Language } from './language.ts';
import type { Token } from './token.ts';
import { tokenize } from './tokenize.ts';

/** A file of a program. */
export interface ProgramFile {
  /** From the workspace's root. */
  readonly path: string;
  readonly text: string;
  readonly tokens: readonly Token[];
}

/** Folders of what is no part of the program; a package in Java may be called so. */
const OTHER_FOLDERS = ['coverage', '__mocks__', 'fixtures', 'e2e', 'example', 'examples', 'migrations', 'public'];
const OTHER_FILE =
  /(?:[._-](?:test|spec|e2e|stories|d)\.[^.]+|_test\.(?:go|py)|^(?:test_|conftest\.).*)$|Tests?\.(?:java|kt)$/;

/** Files of the project's program in which one of these words stands: not its tests, nor what belongs to other projects. */
export function programFiles(
  { fs, project, workspace }: App,
  language: Language,
  words: readonly string[],
): ProgramFile[] {
  const endings = language.extensions.map((extension) => `.${extension}`);
  const inner = workspace.projects.filter(({ root }) => root !== project.root && isWithin(root, project.root));
  return sourceFiles(fs, project.root, { endings, without: language === JAVA ? [] : OTHER_FOLDERS })
    .filter(({ path }) => !OTHER_FILE.test(baseName(path)) && !inner.some(({ root }) => isWithin(path, root)))
    .filter(({ text }) => words.some((word) => text.includes(word)))
    .map(({ path, text }) => ({ path, text, tokens: tokenize(text, language) }));
}
