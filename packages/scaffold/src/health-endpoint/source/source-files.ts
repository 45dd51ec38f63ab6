import { type FileSystem, joinPath } from '@dockwarden-internal/facts';
import type { App } from '../../model/app.ts';
import type { Language } from './language.ts';
import type { Token } from './token.ts';
import { tokenize } from './tokenize.ts';

/** A file of a program. */
export interface SourceFile {
  /** From the workspace's root. */
  readonly path: string;
  readonly text: string;
  readonly tokens: readonly Token[];
}

const MOST_FILES = 3000;
const DEEPEST = 12;
/** Longer ones were written by a program. */
const LONGEST_TEXT = 256 * 1024;

const OTHER_FOLDERS =
  /^(?:\..*|node_modules|dist|build|out|coverage|target|vendor|venv|env|site-packages|__pycache__|tests?|__tests__|__mocks__|fixtures|testdata|e2e|examples?|docs|migrations|public|static)$/;
const TEST_FILE =
  /(?:[._-](?:test|spec|e2e|stories|d)\.[^.]+|_test\.(?:go|py)|^(?:test_|conftest\.).*)$|Tests?\.(?:java|kt)$/;

/** Files of the project's program in which one of these words stands: not its tests, nor what it is built into. Sorted by path. */
export function sourceFiles(app: App, language: Language, words: readonly string[]): SourceFile[] {
  const inner = app.workspace.projects.map(({ root }) => root).filter((root) => root !== app.project.root);
  return pathsBelow(app.fs, app.project.root, language.extensions, new Set(inner)).flatMap((path) => {
    const text = app.fs.read(path);
    if (text === undefined || text.length > LONGEST_TEXT || !words.some((word) => text.includes(word))) return [];
    return [{ path, text, tokens: tokenize(text, language) }];
  });
}

function pathsBelow(
  fs: FileSystem,
  root: string,
  extensions: readonly string[],
  others: ReadonlySet<string>,
): readonly string[] {
  const found: string[] = [];
  const folders = [{ folder: root, depth: 0 }];
  for (let next = folders.pop(); next && found.length < MOST_FILES; next = folders.pop()) {
    const { folder, depth } = next;
    for (const name of fs.list(folder)) {
      const path = joinPath(folder, name);
      if (extensions.includes(name.slice(name.lastIndexOf('.') + 1))) {
        if (!TEST_FILE.test(name) && fs.kind(path) === 'file') found.push(path);
      } else if (depth < DEEPEST && !OTHER_FOLDERS.test(name) && !others.has(path) && fs.kind(path) === 'directory')
        folders.push({ folder: path, depth: depth + 1 });
    }
  }
  return found.sort();
}
