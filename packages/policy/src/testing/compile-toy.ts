import { type CompileInput, compilePolicy, type PolicySettings } from '../compile-policy.ts';
import type { PolicyDocument } from '../document.ts';
import { platformPattern } from '../pattern.ts';
import type { Problem } from '../problem.ts';
import { toyVocabulary } from './toy-vocabulary.ts';

/** Compiles a policy about books; problems come back beside the checks. */
export function compileToy(
  part: Partial<PolicyDocument>,
  settings: PolicySettings = {},
  more: Partial<CompileInput> = {},
) {
  const problems: Problem[] = [];
  const document = {
    dockwarden: 'policy/v1',
    id: 'shelf/book',
    title: 'Books',
    category: 'style',
    severity: 'warning',
    why: 'Because.',
    on: 'stage',
    ...part,
  } as PolicyDocument;
  const checks = compilePolicy({
    document,
    vocabulary: toyVocabulary,
    compilePattern: platformPattern,
    settings,
    report: (problem) => problems.push(problem),
    ...more,
  });
  return { checks, problems };
}
