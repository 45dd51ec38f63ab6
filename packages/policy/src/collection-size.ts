import { isMap } from '@dockwarden-internal/syntax';
import type { Collection, CollectionTest } from './collection.ts';
import type { Kleene } from './kleene.ts';
import { noBindings } from './names.ts';
import { readOperand } from './operand.ts';
import type { DocumentPath } from './problem.ts';
import { problem, type Reading } from './reading.ts';

/** `count: 3`, `count: { atLeast: 1, atMost: 3 }` and `empty: true`. */
export function collectionSize(
  word: 'count' | 'empty',
  value: unknown,
  reading: Reading,
  at: DocumentPath,
): CollectionTest | undefined {
  if (word === 'empty') {
    if (typeof value !== 'boolean') return problem(reading, at, 'empty takes true or false');
    const test = ({ elements, open }: Collection): Kleene => (elements.length > 0 ? !value : open ? null : value);
    return { ...noBindings, test, expected: value ? 'to be empty' : 'not to be empty' };
  }
  const limits = typeof value === 'number' ? { atLeast: value, atMost: value } : countLimits(value, reading, at);
  if (!limits) return undefined;
  const { atLeast, atMost } = limits;
  const odd = [atLeast, atMost].find((limit) => limit !== undefined && !(Number.isInteger(limit) && limit >= 0));
  if (odd !== undefined) return problem(reading, at, `${odd} is no count: counts are whole numbers from 0`);
  const test = ({ elements, open }: Collection): Kleene => {
    if (atMost !== undefined && elements.length > atMost) return false;
    if (atLeast !== undefined && elements.length < atLeast) return open ? null : false;
    return open && atMost !== undefined ? null : true;
  };
  return {
    ...noBindings,
    test,
    expected:
      `a count ${atLeast === undefined ? '' : `of at least ${atLeast} `}${atMost === undefined ? '' : `of at most ${atMost}`}`.trim(),
  };
}

function countLimits(
  value: unknown,
  reading: Reading,
  at: DocumentPath,
): { atLeast?: number; atMost?: number } | undefined {
  if (!isMap(value)) return problem(reading, at, 'count takes a number, or { atLeast: …, atMost: … }');
  if (Object.keys(value).length === 0)
    return problem(reading, at, 'an empty map says nothing', 'count takes a number, or { atLeast: …, atMost: … }');
  const limits: Record<string, number> = {};
  for (const [word, limit] of Object.entries(value)) {
    if (word !== 'atLeast' && word !== 'atMost')
      return problem(reading, [...at, word], `\`${word}\` is no limit of a count`, 'use atLeast or atMost');
    const operand = readOperand(limit, { scalar: 'number' }, reading, [...at, word]);
    if (!operand) return undefined;
    if ('read' in operand || operand.listed)
      return problem(reading, [...at, word], 'a limit of a count is a number or a parameter');
    limits[word] = Number(operand.fixed[0]);
  }
  return limits;
}
