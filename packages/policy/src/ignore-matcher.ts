import { excludes, type IgnoreFile, isUnsure, keeps } from '@dockwarden-internal/facts';
import type { Entry } from './condition.ts';
import type { FactPath } from './fact-path.ts';
import { bindsMissing } from './names.ts';
import { readOperand } from './operand.ts';
import type { DocumentPath } from './problem.ts';
import { problem, type Reading } from './reading.ts';

export const ignoreOperators: ReadonlySet<string> = new Set(['excludes', 'keeps']);

/** `ignore: { excludes: paths }` or `keeps`: every path must be hidden, or none; binds `missing`. */
export function ignoreMatcher(
  path: FactPath,
  matcher: Readonly<Record<string, unknown>>,
  reading: Reading,
  at: DocumentPath,
): Entry | undefined {
  const [word, ...more] = Object.keys(matcher);
  if (word === undefined || more.length > 0 || !ignoreOperators.has(word))
    return problem(reading, at, 'excludes and keeps stand alone', 'use all: […] for both');
  reading.seen.add('missing');
  const operand = readOperand(matcher[word], { scalar: 'string' }, reading, [...at, word]);
  if (!operand) return undefined;
  if ('read' in operand) return problem(reading, [...at, word], `${word} takes paths or a parameter`);
  const paths = operand.fixed.map(String);
  const ask = word === 'excludes' ? excludes : keeps;
  return {
    ...bindsMissing,
    test: (fact, env) => {
      const file = path.read(fact, env);
      if (isUnsure(file)) return null;
      if (file === undefined) {
        // Without an ignore file everything is kept, and nothing excluded.
        env.missing = word === 'excludes' ? paths : [];
        return word === 'keeps';
      }
      const { holds, missing } = ask(file as IgnoreFile, paths);
      env.missing = missing;
      return isUnsure(holds) ? null : holds === true;
    },
    path,
    expected: word === 'excludes' ? 'to exclude them' : 'to keep them',
  };
}
