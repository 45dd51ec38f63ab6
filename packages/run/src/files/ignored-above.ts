import { existsSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { parseGitIgnore } from '@dockwarden-internal/syntax';
import type { ReadOutside } from './read-outside.ts';

/** The `.gitignore` files above a root that lies below git's own, nearest first, each with the root's path from its folder. */
export function gitIgnoresAbove(
  root: string,
  readOutside: ReadOutside,
): { readonly text: string; readonly from: string }[] {
  const found: { text: string; from: string }[] = [];
  for (let folder = root; !existsSync(join(folder, '.git')); ) {
    // Without a repository nothing is ignored by it.
    if (dirname(folder) === folder) return [];
    folder = dirname(folder);
    const text = readOutside(join(folder, '.gitignore'));
    if (text !== undefined) found.push({ text, from: relative(folder, root).replaceAll('\\', '/') });
  }
  return found;
}

/** Whether one of them ignores a path of the root, or a folder that it lies in. Source: gitignore(5). */
export function ignoredAbove(root: string, readOutside: ReadOutside): (path: string, isFolder: boolean) => boolean {
  const files = gitIgnoresAbove(root, readOutside).map(({ text, from }) => ({ ignore: parseGitIgnore(text), from }));
  if (files.length === 0) return () => false;
  return (path, isFolder) => {
    const segments = path.split('/');
    return segments.some((_, at) => {
      const part = segments.slice(0, at + 1).join('/');
      const isOne = isFolder || at < segments.length - 1;
      for (const { ignore, from } of files) {
        const verdict = ignore.verdict(`${from}/${part}`, isOne);
        if (verdict) return verdict === 'ignored';
      }
      return false;
    });
  };
}
