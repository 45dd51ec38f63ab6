import type { Scalar, ScalarType } from '@dockwarden-internal/facts';
import { isMap } from '@dockwarden-internal/syntax';
import { readLiteral } from '../literal.ts';
import type { Reading } from '../reading.ts';
import { type ScalarKind, scalarMatcher } from '../scalar-matcher.ts';
import type { Demand } from './demand.ts';

const nothing = { on: {}, self: {}, bound: new Map(), missing: [] };
/** Stands for all text that no demand names. */
const other = '\0';
const ofText = new Set(['matches', 'glob', 'startsWith', 'under', 'atLeast', 'atMost']);

/** Whether some value can fit all demands of one property. Patterns count as fitting some text that nobody names. */
export function canFit(demands: readonly Demand[], reading: Reading): boolean {
  const known = demands.filter(({ matcher }) => !mentions(matcher, (word) => word === 'param' || word === 'fact'));
  const [first] = known;
  if (!first) return true;
  const { type } = first;
  if (type.shape === 'fact') return ['there', undefined].some((value) => known.every((each) => isThere(each, value)));
  if (type.shape !== 'scalar') return hasSize(known);
  const tests = known.map((demand) => testOf(demand, type, reading));
  return valuesFor(known, type).some((value) => tests.every((test) => test(value)));
}

function isThere({ matcher, wanted }: Demand, value: string | undefined): boolean {
  return !isMap(matcher) || ((value !== undefined) === matcher['exists']) === wanted;
}

function testOf({ matcher, wanted }: Demand, type: ScalarKind, reading: Reading): (value: unknown) => boolean {
  const compiled = scalarMatcher(matcher, type, reading, []);
  const patterned = mentions(matcher, (word) => ofText.has(word));
  return (value) => {
    if (!compiled || (value === other && patterned)) return true;
    return compiled.test(value, nothing) === wanted;
  };
}

/** Every value that can make a difference: those that are named, their neighbours, none, and one that nobody names. */
function valuesFor(demands: readonly Demand[], { scalar, values }: ScalarKind): unknown[] {
  if (scalar === 'boolean') return [true, false, undefined];
  if (values) return [...values, undefined];
  const named = demands.flatMap(({ matcher }) => literals(matcher, scalar));
  if (scalar === 'string' || scalar === 'version') return [...named, other, undefined];
  return [0, ...named.flatMap((value) => [Number(value) - 1, value, Number(value) + 1]), undefined];
}

function literals(matcher: unknown, scalar: ScalarType): Scalar[] {
  if (Array.isArray(matcher)) return matcher.flatMap((each) => literals(each, scalar));
  if (isMap(matcher)) return Object.values(matcher).flatMap((each) => literals(each, scalar));
  const literal = readLiteral(matcher, scalar);
  return 'error' in literal ? [] : [literal.value];
}

/** Whether a collection can have a size between all limits. */
function hasSize(demands: readonly Demand[]): boolean {
  let [least, most] = [0, Number.POSITIVE_INFINITY];
  for (const { matcher, wanted } of demands) {
    if (!isMap(matcher) || (!wanted && Object.keys(matcher).length !== 1)) continue;
    for (const [word, value] of Object.entries(matcher)) {
      const [from, to] = limits(word, value, wanted);
      least = Math.max(least, from);
      most = Math.min(most, to);
    }
  }
  return least <= most;
}

function limits(word: string, value: unknown, wanted: boolean): [least: number, most: number] {
  const free: [number, number] = [0, Number.POSITIVE_INFINITY];
  if (word === 'empty') return value === wanted ? [0, 0] : [1, Number.POSITIVE_INFINITY];
  if (!wanted) return free;
  if (word === 'some' || word === 'has') return [1, Number.POSITIVE_INFINITY];
  if (word === 'hasAll') return Array.isArray(value) && value.length === 0 ? free : [1, Number.POSITIVE_INFINITY];
  if (word !== 'count') return free;
  if (typeof value === 'number') return [value, value];
  if (!isMap(value)) return free;
  const { atLeast = 0, atMost = Number.POSITIVE_INFINITY } = value;
  return [Number(atLeast), Number(atMost)];
}

function mentions(matcher: unknown, is: (word: string) => boolean): boolean {
  if (Array.isArray(matcher)) return matcher.some((each) => mentions(each, is));
  return isMap(matcher) && Object.entries(matcher).some(([word, value]) => is(word) || mentions(value, is));
}
