import type { SyntaxFault } from '../dockerfile/tree.ts';
import type { SourceText } from '../text/source.ts';
import type { Span } from '../text/span.ts';
import type { Glob } from './glob.ts';

/**
 * An ignore file (`.dockerignore`, `<Dockerfile name>.dockerignore`) as moby/patternmatcher reads it: one pattern a line, the last
 * that matches decides. It is not Git's format: a pattern without `/` speaks of the context's root alone, `{a,b}` means itself.
 * Source: Dockerfile reference, ".dockerignore file"; moby/patternmatcher ignorefile.ReadAll and PatternMatcher.
 */
export interface IgnoreTree {
  readonly source: SourceText;
  readonly patterns: readonly IgnorePattern[];
  readonly comments: readonly { readonly text: string; readonly span: Span }[];
  /** What makes a build fail that reads this file. */
  readonly faults: readonly SyntaxFault[];
}

export interface IgnorePattern {
  /** As written, blanks around dropped; with its `!`. */
  readonly text: string;
  readonly span: Span;
  /** True for `!pattern`, which takes back what earlier lines ignore. */
  readonly negated: boolean;
  /** What is compared with paths: without `!`, cleaned (`./a//b/` is `a/b`), without the leading `/`. */
  readonly cleaned: string;
  /** Absent where Docker refuses the pattern; it then matches nothing here. */
  readonly glob?: Glob;
}
