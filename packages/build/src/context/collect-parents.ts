import { isPattern } from '@dockwarden-internal/facts/source/path-match';
import { addFolder, addFoldersAbove, collectOne } from './collect.ts';
import type { Hiding } from './hiding.ts';
import { hidingOf } from './hiding.ts';
import { below } from './join-path.ts';
import { namesIn, type Selection } from './selection.ts';

/**
 * Adds what `COPY --parents` reads: everything below the pivot that its pattern matches as a line of an ignore file would, with the
 * folders above, links as links. True where anything matched. Source: BuildKit's dispatchCopy (IncludePatterns), fsutil's copy.
 */
export function collectParents(selection: Selection, pivot: string, pattern: string, excludes: Hiding): boolean {
  const { view } = selection;
  const including = hidingOf([pattern]);
  const parts = pattern.split('/');
  const wild = parts.findIndex((part) => isPattern(part));
  const literal = wild < 0 ? parts : parts.slice(0, wild);
  const mayHold = (path: string): boolean =>
    path.split('/').every((part, at) => at >= literal.length || part === literal[at]);

  function walk(folder: string, relative: string): boolean {
    let found = false;
    for (const { name, kind } of namesIn(selection, folder)) {
      const path = below(folder, name);
      const asked = below(relative, name);
      if (!mayHold(asked) || (name === '.git' && !selection.git && selection.mode === 'staged')) continue;
      const isIn = including.hides(asked) && !excludes.hides(asked) && view.isThere(path);
      if (kind !== 'folder') {
        if (isIn) collectOne(selection, path);
        found ||= isIn;
        continue;
      }
      const entered = view.hiding.mayKeepBelow(path) && excludes.mayKeepBelow(asked) && walk(path, asked);
      if (isIn || entered) {
        addFoldersAbove(selection, path);
        addFolder(selection, path);
        found = true;
      }
    }
    return found;
  }
  return walk(pivot, '.');
}
