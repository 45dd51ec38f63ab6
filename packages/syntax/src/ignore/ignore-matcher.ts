import { globMatcher } from './glob-matcher.ts';
import type { IgnorePattern, IgnoreTree } from './tree.ts';

export interface IgnoreVerdict {
  /** True where a build context does not hold the path. A folder that is ignored may still be there for what is kept below it. */
  readonly ignored: boolean;
  /** The pattern that had the last word; absent where none speaks of the path. */
  readonly decidedBy?: IgnorePattern;
}

export interface IgnoreMatcher {
  /** The verdict on a path relative to the context's root, `/` between segments, without `.` or `..` segments. */
  match(path: string): IgnoreVerdict;
  /** False for a folder that Docker does not enter: all below it is ignored. `` is the root, which is always entered. */
  mayKeepBelow(folder: string): boolean;
}

interface Folder {
  /** For each pattern, whether it matched this folder or one above. */
  readonly matched: readonly boolean[];
  readonly verdict: IgnoreVerdict;
  readonly entered: boolean;
}

/**
 * What the walk that sends a build context ignores. A pattern that matched a folder holds for all below it; a pattern is not asked
 * where it could change nothing; and a folder that is ignored is not entered, unless the start of a `!` pattern leads into it.
 * So some paths fare otherwise than by asking each alone (`a/b` then `!a`: a/b stays ignored; an ignored folder behind a star in a `!` pattern).
 * Source: moby/patternmatcher MatchesUsingParentResults as tonistiigi/fsutil's filterFS.Walk calls it.
 */
export function ignoreMatcher(tree: IgnoreTree): IgnoreMatcher {
  const patterns = tree.patterns.filter((pattern) => pattern.glob !== undefined);
  const matchers = patterns.map((pattern) => globMatcher(pattern.glob!));
  const entries = entryTest(patterns);
  const folders = new Map<string, Folder>();
  const root: Folder = { matched: patterns.map(() => false), verdict: { ignored: false }, entered: true };

  function folderAt(path: string): Folder {
    if (path === '') return root;
    const known = folders.get(path);
    if (known) return known;
    // Not recursive: paths may be as deep as their length allows.
    let folder = root;
    for (let end = path.indexOf('/'); ; end = path.indexOf('/', end + 1)) {
      const part = end < 0 ? path : path.slice(0, end);
      const cached = folders.get(part);
      folder = cached ?? look(part, folder);
      if (!cached) folders.set(part, folder);
      if (end < 0) return folder;
    }
  }

  function look(path: string, parent: Folder): Folder {
    if (!parent.entered) return parent;
    const matched: boolean[] = [];
    let ignored = false;
    let decidedBy: IgnorePattern | undefined;
    for (let i = 0; i < patterns.length; i++) {
      const { negated } = patterns[i]!;
      const changes = negated === ignored;
      const hit = parent.matched[i]! || (changes && matchers[i]!(path));
      matched.push(hit);
      if (!hit || !changes) continue;
      ignored = !negated;
      decidedBy = patterns[i];
    }
    return { matched, verdict: { ignored, decidedBy }, entered: !ignored || entries(path) };
  }

  return {
    match(path) {
      const slash = path.lastIndexOf('/');
      return look(path, folderAt(slash < 0 ? '' : path.slice(0, slash))).verdict;
    },
    mayKeepBelow: (folder) => folderAt(folder).entered,
  };
}

/**
 * Whether Docker enters an ignored folder: always if a `!` pattern has special characters, else if the start of one leads there.
 * Source: tonistiigi/fsutil filter.go, onlyPrefixExcludeExceptions and patternWithoutTrailingGlob.
 */
function entryTest(patterns: readonly IgnorePattern[]): (folder: string) => boolean {
  const exceptions = patterns
    .filter((pattern) => pattern.negated)
    .map((pattern) => pattern.cleaned.replace(/\/\*\*$/, '').replace(/\/\*$/, ''));
  if (exceptions.some((exception) => /[*[\]?^\\]/.test(exception))) return () => true;
  return (folder) => exceptions.some((exception) => `${exception}/`.startsWith(`${folder}/`));
}
