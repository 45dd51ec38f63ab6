import { ignoreMatcher, parseIgnore, sourceText } from '@dockwarden-internal/syntax';

/** Which paths are left out. Paths are relative to where the rules hold. */
export interface Hiding {
  hides(path: string): boolean;
  /** False for a folder below which nothing is left. */
  mayKeepBelow(folder: string): boolean;
}

export const NOTHING_HIDDEN: Hiding = { hides: () => false, mayKeepBelow: () => true };

/**
 * What `--exclude` leaves out of a source: its patterns are those of an ignore file, relative to the folder that is copied, and a
 * leading `/` matches nothing. Source: BuildKit's dispatchCopy and fsutil's copy, tried with BuildKit of Docker 28.5.
 */
export function excluding(patterns: readonly string[]): Hiding {
  return hidingOf(patterns.filter((pattern) => !/^!?\s*\//.test(pattern)));
}

/** Read as lines of an ignore file; `./` keeps `#` from being a comment. What cannot be a line leaves nothing out, which is safe. */
export function hidingOf(patterns: readonly string[]): Hiding {
  const lines = patterns
    .filter((pattern) => !/[\n\r]/.test(pattern))
    .map((pattern) => (pattern.startsWith('#') ? `./${pattern}` : pattern));
  if (lines.length === 0) return NOTHING_HIDDEN;
  const matcher = ignoreMatcher(parseIgnore(sourceText('', lines.join('\n'))));
  return { hides: (path) => matcher.match(path).ignored, mayKeepBelow: (folder) => matcher.mayKeepBelow(folder) };
}
