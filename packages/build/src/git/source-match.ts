import { isPattern, pathMatcher, splitSegments } from '@dockwarden-internal/facts';
import { ignoreMatcher, parseIgnore, sourceText } from '@dockwarden-internal/syntax';
import type { InputSource } from '../model/image-inputs.ts';
import { below, isUnder } from './root-path.ts';

/** Which paths of a context one instruction reads, whether they are there or not. */
export interface SourceMatch {
  readonly source: InputSource;
  /** Relative to the context: the literal folder or file below which all lies that it can read; `.` for everything. */
  readonly start: string;
  matches(path: string): boolean;
}

/**
 * What COPY, ADD and bind mounts read: a file, a folder with all below it, or what a pattern matches with all below that. `--exclude` is
 * asked relative to each thing copied and never takes that thing itself away (tried with the BuildKit of Docker 28.5); with `--parents` it is
 * relative to the pivot, and patterns are those of ignore files. Source: Dockerfile reference, COPY; tonistiigi/fsutil copy.
 */
export function sourceMatch(source: InputSource): SourceMatch {
  const start = literalStart(source);
  const copied = copiedItem(source);
  const excluded = excluder(source);
  return {
    source,
    start,
    matches(path) {
      if (!isUnder(path, start)) return false;
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

/** Finds the file or folder that is copied, at or above a path. */
function copiedItem({ path: wanted, pattern, parents, pivot }: InputSource): (path: string) => string | undefined {
  if (!pattern) return (path) => (isUnder(path, wanted) ? wanted : undefined);
  if (parents || wanted.split('/').includes('**')) {
    const included = linesMatcher([below(pivot ?? '.', wanted) ?? wanted]);
    return (path) => (included(below(pivot ?? '.', path) ?? '') ? path : undefined);
  }
  const depth = splitSegments(wanted).length;
  const matches = pathMatcher(wanted);
  return (path) => {
    const segments = path.split('/');
    const item = segments.slice(0, depth).join('/');
    return segments.length >= depth && matches(item) ? item : undefined;
  };
}

function excluder({ excludes, parents, pivot }: InputSource): (path: string, item: string) => boolean {
  // A leading `/` matches nothing.
  const lines = excludes.filter((pattern) => !/^!?\s*\//.test(pattern));
  if (lines.length === 0 || (parents && pivot === undefined)) return () => false;
  const matches = linesMatcher(lines);
  return (path, item) => {
    const inside = below(parents ? pivot! : item, path);
    return inside !== undefined && inside !== '.' && matches(inside);
  };
}

/** Whether lines of an ignore file would ignore a path; `./` keeps `#` from being a comment. */
function linesMatcher(patterns: readonly string[]): (path: string) => boolean {
  const lines = patterns.map((pattern) => (pattern.startsWith('#') ? `./${pattern}` : pattern));
  const matcher = ignoreMatcher(parseIgnore(sourceText('', lines.join('\n'))));
  return (path) => path !== '' && matcher.match(path).ignored;
}
