import type { Vocabulary } from '@dockwarden-internal/facts';
import type { Diagnostic } from '@dockwarden-internal/syntax';
import type { ConditionDocument } from '../document.ts';
import type { CompilePattern } from '../pattern.ts';
import { termProblems } from '../term-problems.ts';
import type { LoadedTerms } from './load-terms.ts';
import { locateProblem } from './located.ts';

export interface TermSurroundings {
  readonly vocabulary: Vocabulary;
  readonly compilePattern: CompilePattern;
  /** All that are shared, those of the file among them. */
  readonly sharedTerms: Readonly<Record<string, ConditionDocument>>;
}

/** Holds every term of a file against the facts, whether or not a policy uses it. */
export function checkTerms({ terms, located }: LoadedTerms, around: TermSurroundings): Diagnostic[] {
  return Object.keys(terms).flatMap((name) =>
    termProblems(name, around).map((problem) => locateProblem(problem, located)),
  );
}
