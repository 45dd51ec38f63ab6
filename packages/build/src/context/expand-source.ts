import { isPattern, segmentMatcher, splitSegments } from '@dockwarden-internal/facts/source/path-match';
import { followPath } from './follow-path.ts';
import { below } from './join-path.ts';
import type { View } from './view.ts';

export interface ExpandedSource {
  /** Paths that match, not yet followed where they are links. */
  readonly paths: readonly string[];
  /** Links on the way to the first name with a wildcard. */
  readonly links: readonly string[];
  /** True for a pattern that Go's filepath.Match refuses. */
  readonly malformed?: boolean;
}

/**
 * What a source with wildcards names. Links before the first wildcard are followed, later ones are not entered.
 * Source: Go's filepath.Match; fsutil's ResolveWildcards.
 */
export function expandSource(view: View, pattern: string): ExpandedSource {
  const segments = splitSegments(pattern);
  const first = segments.findIndex(isPattern);
  const matchers = segments.slice(first).map(segmentMatcher);
  if (matchers.includes(undefined)) return { paths: [], links: [], malformed: true };
  const start = followPath(view, segments.slice(0, first).join('/') || '.');
  if (start.path === undefined) return { paths: [], links: start.links };
  let found = [start.path];
  for (const [index, matches] of matchers.entries()) {
    const isLast = index === matchers.length - 1;
    found = found.flatMap((folder) =>
      view
        .names(folder)
        .filter(({ name, kind }) => (isLast || kind === 'folder') && matches!(name))
        .map(({ name }) => below(folder, name))
        .filter((path) => view.isThere(path)),
    );
  }
  return { paths: found, links: start.links };
}
