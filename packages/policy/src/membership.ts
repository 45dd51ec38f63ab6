import { isUnsure } from '@dockwarden-internal/facts';
import type { CollectionTest } from './collection.ts';
import type { FactPath } from './fact-path.ts';
import { bindsMissing, noBindings } from './names.ts';
import { readOperand, scalarsOf } from './operand.ts';
import type { DocumentPath } from './problem.ts';
import { problem, type Reading } from './reading.ts';

/** `has: KEY` and `hasAll: [KEY, …]`, which says what it did not find. */
export function membership(
  word: 'has' | 'hasAll',
  value: unknown,
  path: FactPath,
  reading: Reading,
  at: DocumentPath,
): CollectionTest | undefined {
  const keys = scalarsOf(path, reading);
  if (!keys) return problem(reading, at, `elements of ${path.text} have no key`, 'use some: { … }');
  if (word === 'hasAll') reading.seen.add('missing');
  const operand = readOperand(value, { scalar: keys.scalar }, reading, at);
  if (!operand) return undefined;
  if (word === 'has' && !('read' in operand) && operand.listed)
    return problem(reading, at, 'has takes one value', 'use hasAll, or some: […] for any of them');
  return {
    ...(word === 'hasAll' ? bindsMissing : noBindings),
    test: ({ keys: found, open }, env) => {
      const wanted = 'read' in operand ? operand.read(env) : operand.fixed;
      if (wanted === undefined) return word === 'hasAll';
      if (isUnsure(wanted)) return null;
      const { known, unsure } = found(reading, path);
      const missing = wanted.filter((each) => !known.includes(each));
      if (missing.length === 0) return true;
      if (word === 'hasAll') env.missing = missing.map(String);
      return open || unsure ? null : false;
    },
    expected: `to have ${'read' in operand ? operand.path.text : operand.fixed.join(', ')}`,
  };
}
