import { posix } from 'node:path';
import { collect } from './collect.ts';
import { nameOf } from './join-path.ts';
import type { Selection } from './selection.ts';

/**
 * Adds what a context narrowed to a dependency closure holds: the files of its top and what the closure names. `directory` is the context
 * and `closure` folders and files, both from the root; what lies outside of the context is not in it anyway.
 */
export function collectClosure(selection: Selection, directory: string, closure: readonly string[]): void {
  const { view } = selection;
  const top = view.names('.').flatMap(({ name, kind }) => (kind === 'folder' ? [] : [name]));
  const named = closure.map((path) => posix.relative(directory, path) || '.').filter((path) => !path.startsWith('..'));
  for (const path of new Set([...top, ...named])) {
    if (view.kind(path) === undefined || !view.isThere(path)) continue;
    if (nameOf(path) === '.git' && !selection.git) selection.gitFolders.add(path);
    if (nameOf(path) !== '.git' || selection.git || selection.mode === 'direct') collect(selection, path);
  }
}
