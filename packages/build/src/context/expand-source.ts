import { isPattern, segmentMatcher, splitSegments } from '@dockwarden-internal/facts/source/path-match';
import { type Followed, followPath } from './follow-path.ts';
import { below } from './join-path.ts';
import type { View } from './view.ts';

export interface ExpandedSource {
  /** Paths that match, not yet followed where they are links. */
  readonly paths: readonly string[];
  /** The folder before the first name with a wildcard: as written, and where it is. */
  readonly start: Followed & { readonly written: string };
  /**
   * True where a link matches a wildcard that stands for a folder. It is not entered, but the builder then gets everything that fits the pattern up
   * to there, also in other folders. Source: fsutil FollowLinks. Tried with Docker 28.5.
   */
  readonly widened: boolean;
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
  const written = segments.slice(0, first).join('/') || '.';
  const start = { ...followPath(view, written), written };
  if (matchers.includes(undefined)) return { paths: [], start, widened: false, malformed: true };
  let widened = false;
  let found = start.path === undefined ? [] : [start.path];
  for (const [index, matches] of matchers.entries()) {
    const isLast = index === matchers.length - 1;
    found = found.flatMap((folder) => {
      const matching = view.names(folder).filter(({ name }) => matches!(name));
      widened ||= !isLast && matching.some(({ kind }) => kind === 'link');
      return matching
        .filter(({ kind }) => isLast || kind === 'folder')
        .map(({ name }) => below(folder, name))
        .filter((path) => view.isThere(path));
    });
  }
  return { paths: found, start, widened };
}
