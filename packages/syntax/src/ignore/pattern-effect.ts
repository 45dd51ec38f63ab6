import { COVER_STEPS } from './bounds.ts';
import { type Budget, covers } from './covers.ts';
import type { Glob } from './glob.ts';
import type { IgnorePattern, IgnoreTree } from './tree.ts';

export interface PatternEffect {
  /** False where no path below the context's root can match: `../x`, `.`, a pattern that Docker refuses. */
  readonly canMatch: boolean;
  /** The first later `!` pattern that takes back all that this one ignores. */
  readonly undoneBy?: IgnorePattern;
}

/**
 * What can be said of each pattern from the text alone, whatever files there are today. `canMatch: false` and `undoneBy` are certain;
 * the opposite means only that nothing was found.
 */
export function patternEffects(tree: IgnoreTree): ReadonlyMap<IgnorePattern, PatternEffect> {
  const budget: Budget = { steps: COVER_STEPS };
  const exceptions = tree.patterns.filter((pattern) => pattern.negated && pattern.glob);
  const effects = new Map<IgnorePattern, PatternEffect>();
  for (const pattern of tree.patterns) {
    const canMatch = pattern.glob !== undefined && !leavesRoot(pattern.glob);
    const undoneBy = canMatch && !pattern.negated ? findUndoing(pattern, exceptions, budget) : undefined;
    effects.set(pattern, undoneBy ? { canMatch, undoneBy } : { canMatch });
  }
  return effects;
}

function findUndoing(
  pattern: IgnorePattern,
  exceptions: readonly IgnorePattern[],
  budget: Budget,
): IgnorePattern | undefined {
  for (const later of exceptions) {
    if (budget.steps-- <= 0) return undefined;
    if (later.span.start < pattern.span.start || !mayCover(later.glob!, pattern.glob!)) continue;
    if (covers(later.glob!, pattern.glob!, budget)) return later;
  }
  return undefined;
}

/** True where the file ignores the whole context: nothing is taken back. Source: BuildKit copySourceRootIgnored, with its three spellings. */
export function ignoresEverything(tree: IgnoreTree): boolean {
  const spellings = ['*', '**', '**/*'];
  return (
    tree.patterns.every((pattern) => !pattern.negated) &&
    tree.patterns.some((pattern) => spellings.includes(pattern.cleaned))
  );
}

/** Paths of a context are relative and have no `..`. */
function leavesRoot(glob: Glob): boolean {
  const start = glob.kind === 'expression' ? glob.literalStart : glob.text;
  if (glob.kind === 'exact') return start === '.' || start === '..' || start.startsWith('../') || start.startsWith('/');
  return glob.kind !== 'suffix' && (start.startsWith('../') || start.startsWith('/'));
}

/** A quick look at how both begin, which settles most pairs. */
function mayCover(outer: Glob, inner: Glob): boolean {
  return outer.kind === 'suffix' || literalStart(inner).startsWith(literalStart(outer));
}

function literalStart(glob: Glob): string {
  if (glob.kind === 'suffix') return '';
  return glob.kind === 'expression' ? glob.literalStart : glob.text;
}
