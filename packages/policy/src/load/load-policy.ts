import type { Vocabulary } from '@dockwarden-internal/facts';
import { type Diagnostic, isMap, type Place, type SourceText } from '@dockwarden-internal/syntax';
import { compilePolicy } from '../compile-policy.ts';
import type { ConditionDocument, PolicyDocument } from '../document.ts';
import type { CompilePattern } from '../pattern.ts';
import { neverProblems } from '../satisfiable/never-problems.ts';
import { locateProblem, readLocated } from './located.ts';
import { shapeProblems } from './policy-shape.ts';
import { policySchema } from './schema.ts';
import { unusedWords } from './unused-words.ts';
import { validate } from './validate.ts';

export interface LoadedPolicy {
  /** Absent where the file is not fit to run. */
  readonly document?: PolicyDocument;
  /** What the file says that it is, fit or not. */
  readonly id?: string;
  /** Where it says so. */
  readonly idPlace?: Place;
  /** Where it names the policy that replaces it. */
  readonly replacedByPlace?: Place;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads a policy file and holds every path, operator and message against the facts. */
export function loadPolicy(
  source: SourceText,
  vocabulary: Vocabulary,
  compilePattern: CompilePattern,
  sharedTerms: Readonly<Record<string, ConditionDocument>> = {},
): LoadedPolicy {
  const located = readLocated(source, 'policy/yaml');
  const { data: document, diagnostics } = validate(located, policySchema, 'policy/shape');
  const id =
    isMap(located.data) && typeof located.data['id'] === 'string'
      ? { id: located.data['id'], idPlace: located.place(['id']) }
      : {};
  if (!document) return { ...id, diagnostics };
  const problems: Diagnostic[] = [
    ...shapeProblems(document, vocabulary).map((problem) => locateProblem(problem, located)),
  ];
  const seen = new Set<string>();
  compilePolicy({
    document,
    vocabulary,
    compilePattern,
    sharedTerms,
    report: (problem) => {
      const key = `${problem.path.join('\0')}\0${problem.message}`;
      if (seen.has(key)) return;
      seen.add(key);
      problems.push(locateProblem(problem, located));
    },
  });
  if (problems.length === 0) problems.push(...unusedWords(document).map((problem) => locateProblem(problem, located)));
  if (problems.length === 0) {
    const never = neverProblems({ document, vocabulary, compilePattern, sharedTerms });
    problems.push(...never.map((problem) => locateProblem(problem, located)));
  }
  if (problems.length > 0) return { ...id, diagnostics: problems };
  const replaced = document.replacedBy !== undefined && { replacedByPlace: located.place(['replacedBy']) };
  return { ...id, ...replaced, document, diagnostics: [] };
}
