import type { ScalarType } from '@dockwarden-internal/facts';
import { isMap } from '@dockwarden-internal/syntax';
import type { Entry } from './condition.ts';
import { noBindings } from './names.ts';
import { findParam } from './operand.ts';
import type { DocumentPath } from './problem.ts';
import { problem, type Reading } from './reading.ts';
import { scalarMatcher } from './scalar-matcher.ts';

const scalarOf: Record<string, ScalarType> = {
  string: 'string',
  integer: 'number',
  number: 'number',
  boolean: 'boolean',
};

/** `params.x` in a condition: known when the policy is read, so the entry is a constant. */
export function paramPath(name: string, value: unknown, reading: Reading, at: DocumentPath): Entry | undefined {
  const param = findParam(name.slice('params.'.length), reading, at);
  if (!param) return undefined;
  const answer =
    param.declaration.type === 'array'
      ? listTest(param.value, value, reading, at)
      : scalarTest(name, param, value, reading, at);
  return answer === undefined
    ? undefined
    : { ...noBindings, test: () => answer, expected: `${name} to fit`, fixed: true };
}

function scalarTest(
  _name: string,
  param: NonNullable<ReturnType<typeof findParam>>,
  value: unknown,
  reading: Reading,
  at: DocumentPath,
) {
  const matcher = scalarMatcher(value, { scalar: scalarOf[param.declaration.type] ?? 'string' }, reading, at);
  if (!matcher) return undefined;
  return matcher.test(param.value, { on: param, self: param, bound: new Map(), missing: [] }) === true;
}

function listTest(list: unknown, matcher: unknown, reading: Reading, at: DocumentPath): boolean | undefined {
  if (!Array.isArray(list) || !isMap(matcher))
    return problem(reading, at, 'a list parameter takes { empty: … } or { has: … }');
  const [operator, ...more] = Object.keys(matcher);
  if (more.length > 0) return problem(reading, at, 'a list parameter takes one operator');
  const wanted = matcher[operator!];
  if (operator === 'empty' && typeof wanted === 'boolean') return (list.length === 0) === wanted;
  if (operator === 'has') return list.includes(wanted);
  return problem(
    reading,
    [...at, operator ?? ''],
    `\`${operator}\` is no operator for a list parameter`,
    'operators: empty, has',
  );
}
