import { isPattern, pathMatcher, splitSegments } from '@dockwarden-internal/facts';
import { type IgnoreMatcher, ignoreMatcher, parseIgnore, sourceText } from '@dockwarden-internal/syntax';
import type { InputSource } from '../model/image-inputs.ts';
import { isUnder } from './root-path.ts';

/** Which paths of a context one instruction reads, whether they are there or not. */
export interface SourceMatch {
  readonly source: InputSource;
  /** Relative to the context: the literal folder or file below which all lies that it can read; `.` for everything. */
  readonly start: string;
  matches(path: string): boolean;
}

/**
 * What COPY, ADD and bind mounts read: a file, a folder with all below it, or what a pattern matches with all below that. `--exclude` is
 * asked relative to each thing copied and never takes that thing itself away (tried with BuildKit 0.25); with `--parents` it is relative to
 * the context, and patterns are those of ignore files. Source: Dockerfile reference, COPY; tonistiigi/fsutil copy.
 */
export function sourceMatch(source: InputSource): SourceMatch {
  const start = literalStart(source);
  const excluded = excluder(source);
  const copied = source.pattern
    ? patternTest(source.path)
    : (path: string) => (isUnder(path, source.path) ? source.path : undefined);
  return {
    source,
    start,
    matches(path) {
      if (!isUnder(path, start) && start !== path) return false;
      const item = copied(path);
      return item !== undefined && !excluded(path, item);
    },
  };
}

/** The literal folder or file at the start of a source, relative to its context; `.` for none. */
export function literalStart({ path, pattern }: InputSource): string {
  if (!pattern) return path;
  const segments = splitSegments(path);
  const first = segments.findIndex((segment) => isPattern(segment) || segment.includes('\\'));
  return segments.slice(0, first < 0 ? segments.length : first).join('/') || '.';
}

/** Finds the file or folder that a pattern matches at or above a path. */
function patternTest(pattern: string): (path: string) => string | undefined {
  if (pattern.includes('**')) {
    const matcher = linesMatcher([pattern]);
    return (path) => (matcher.match(path).ignored ? path : undefined);
  }
  const depth = splitSegments(pattern).length;
  const matches = pathMatcher(pattern);
  return (path) => {
    const segments = path.split('/');
    const item = segments.slice(0, depth).join('/');
    return segments.length >= depth && matches(item) ? item : undefined;
  };
}

function excluder({ excludes, parents }: InputSource): (path: string, item: string) => boolean {
  if (excludes.length === 0) return () => false;
  const matcher = linesMatcher(excludes);
  return (path, item) => {
    if (parents || item === '.') return matcher.match(path).ignored;
    return path !== item && matcher.match(path.slice(item.length + 1)).ignored;
  };
}

function linesMatcher(patterns: readonly string[]): IgnoreMatcher {
  return ignoreMatcher(parseIgnore(sourceText('', patterns.join('\n'))));
}
