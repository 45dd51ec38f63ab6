import type { ScalarType } from '@dockwarden-internal/facts';
import { suggest } from '@dockwarden-internal/syntax';

export const scalarOperators = [
  'equals',
  'not',
  'exists',
  'oneOf',
  'matches',
  'glob',
  'startsWith',
  'under',
  'atLeast',
  'atMost',
] as const;
export type ScalarOperator = (typeof scalarOperators)[number];

export const collectionOperators = [
  'some',
  'every',
  'none',
  'has',
  'hasAll',
  'count',
  'empty',
  'ordered',
  'exists',
] as const;

const forText: ReadonlySet<string> = new Set(['matches', 'glob', 'startsWith', 'under']);
const forOrder: ReadonlySet<string> = new Set(['atLeast', 'atMost']);

/** What a value of a type is called. */
const called: Readonly<Record<ScalarType, string>> = {
  string: 'text',
  boolean: 'true or false',
  number: 'a number',
  port: 'a port',
  size: 'a size',
  duration: 'a duration',
  version: 'a version',
};

/** The operators that a value of a type knows. */
export function operatorsOf(type: ScalarType): readonly ScalarOperator[] {
  const isText = type === 'string' || type === 'version';
  const isOrdered = type !== 'string' && type !== 'boolean';
  return scalarOperators.filter((word) => (isText || !forText.has(word)) && (isOrdered || !forOrder.has(word)));
}

/** Why a word is no operator of a value of a type; undefined where it is one. */
export function operatorFault(word: string, type: ScalarType): { message: string; hint: string } | undefined {
  const operators: readonly string[] = operatorsOf(type);
  if (operators.includes(word)) return undefined;
  const near = suggest(word, operators);
  const hint = near ? `did you mean \`${near}\`?` : `operators: ${operators.join(', ')}`;
  const what = called[type];
  if (forText.has(word)) return { message: `\`${word}\` is for text, and this is ${what}`, hint };
  if (forOrder.has(word))
    return { message: `\`${word}\` is for numbers, sizes, durations and versions, and this is ${what}`, hint };
  if ((collectionOperators as readonly string[]).includes(word))
    return { message: `\`${word}\` is for collections, and this is ${what}`, hint };
  return { message: `\`${word}\` is no operator, and this is ${what}`, hint };
}
