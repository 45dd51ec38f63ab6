import { isUnsure, type Scalar } from '@dockwarden-internal/facts';
import { isMap } from '@dockwarden-internal/syntax';
import type { Collection } from './collection.ts';
import { elementType } from './collection-matcher.ts';
import { type BoundType, bind, type Env } from './env.ts';
import type { FactPath } from './fact-path.ts';
import type { Kleene } from './kleene.ts';
import { type Bindings, noNames } from './names.ts';
import { keyOf, readOperand } from './operand.ts';
import { globTest } from './pattern.ts';
import type { DocumentPath } from './problem.ts';
import { giveName, problem, type Reading } from './reading.ts';

/** Compares two elements' keys; 0 where either may stand first. */
export type Order = (a: Scalar, b: Scalar) => number;

type OrderedTest = Bindings & {
  readonly test: (collection: Collection, env: Env) => Kleene;
  readonly expected: string;
};

/** `ordered: true | [name-or-glob…] | { param }`: what matches an earlier entry stands first; `as` binds the first to move. */
export function orderedMatcher(
  value: unknown,
  path: FactPath,
  name: string | undefined,
  reading: Reading,
  at: DocumentPath,
): OrderedTest | undefined {
  const order = readOrder(value, reading, at);
  if (!order) return undefined;
  const key =
    path.type.shape === 'facts' ? keyOf(path.type.kind, reading)?.read : (element: unknown) => element as Scalar;
  if (!key) return problem(reading, at, `elements of ${path.text} have no key to be ordered by`);
  const type = elementType(path);
  if (name !== undefined) giveName(name, type, reading);
  const names: ReadonlyMap<string, BoundType> = name === undefined ? noNames : new Map([[name, type]]);
  return {
    whenTrue: noNames,
    whenFalse: names,
    test: ({ elements }, env) => {
      const keys = elements.map(key);
      if (keys.some((each) => each === undefined || isUnsure(each))) return null;
      const moved = firstOutOfOrder(keys as Scalar[], order);
      if (moved < 0) return true;
      if (name !== undefined) bind(env, name, elements[moved]);
      return false;
    },
    expected: 'to be in order',
  };
}

/** Index of the first element that belongs before an earlier one, or -1. */
function firstOutOfOrder(keys: readonly Scalar[], order: Order): number {
  let last = keys[0];
  return keys.findIndex((key) => {
    if (order(last!, key) > 0) return true;
    last = key;
    return false;
  });
}

export function readOrder(value: unknown, reading: Reading, at: DocumentPath): Order | undefined {
  if (value === true) return natural;
  if (!Array.isArray(value) && !isMap(value))
    return problem(reading, at, 'ordered takes true, a list of names, or { param: name }');
  const operand = readOperand(value, { scalar: 'string' }, reading, at);
  if (!operand) return undefined;
  if ('read' in operand) return problem(reading, at, 'ordered takes true, a list of names, or { param: name }');
  const globs = operand.fixed.map((text) => globTest(String(text)));
  const rank = (key: Scalar) => {
    const index = globs.findIndex((matches) => matches(String(key)));
    return index < 0 ? globs.length : index;
  };
  return (a, b) => rank(a) - rank(b);
}

let collator: Intl.Collator | undefined;

/** Ascending, case-insensitive, digits as numbers. */
const natural: Order = (a, b) => {
  // Made when it is first needed: that takes longer than many a file.
  collator ??= new Intl.Collator('en', { numeric: true, sensitivity: 'base' });
  return collator.compare(String(a), String(b));
};
