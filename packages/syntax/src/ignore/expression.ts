import type { CharacterTest } from './glob.ts';

export const SLASH = 0x2f;
export const ANYTHING: CharacterTest = { ranges: [], negated: true };
/** `.` without the `s` flag. */
export const NOT_NEWLINE: CharacterTest = { ranges: [0x0a, 0x0a], negated: true };

export function literal(code: number): CharacterTest {
  return { ranges: [code, code], negated: false };
}

/** The one code point that passes, if it is one. */
export function onlyCharacter(test: CharacterTest): number | undefined {
  const { ranges, properties, negated } = test;
  return !negated && !properties && ranges.length === 2 && ranges[0] === ranges[1] ? ranges[0] : undefined;
}

export function passes(test: CharacterTest, code: number): boolean {
  const { ranges, properties, negated } = test;
  for (let i = 0; i < ranges.length; i += 2) {
    if (ranges[i]! <= code && code <= ranges[i + 1]!) return !negated;
  }
  if (!properties) return negated;
  const character = String.fromCodePoint(code);
  return properties.some((property) => property.test.test(character) !== property.negated) !== negated;
}

/** True where all that passes `inner` passes `outer`; false also where that cannot be told. */
export function includes(outer: CharacterTest, inner: CharacterTest): boolean {
  if (outer.properties || inner.properties) return false;
  const wide = outer.negated ? complement(outer.ranges) : merge(outer.ranges);
  const narrow = inner.negated ? complement(inner.ranges) : inner.ranges;
  for (let i = 0; i < narrow.length; i += 2) {
    let j = 0;
    while (j < wide.length && wide[j + 1]! < narrow[i]!) j += 2;
    if (j >= wide.length || wide[j]! > narrow[i]! || wide[j + 1]! < narrow[i + 1]!) return false;
  }
  return true;
}

const LAST_CODE_POINT = 0x10ffff;

export function complement(ranges: readonly number[]): number[] {
  const out: number[] = [];
  let next = 0;
  const merged = merge(ranges);
  for (let i = 0; i < merged.length; i += 2) {
    if (merged[i]! > next) out.push(next, merged[i]! - 1);
    next = merged[i + 1]! + 1;
  }
  if (next <= LAST_CODE_POINT) out.push(next, LAST_CODE_POINT);
  return out;
}

/** Sorted, with ranges that touch or overlap made one. */
function merge(ranges: readonly number[]): number[] {
  if (ranges.length <= 2) return [...ranges];
  const pairs: [number, number][] = [];
  for (let i = 0; i < ranges.length; i += 2) pairs.push([ranges[i]!, ranges[i + 1]!]);
  pairs.sort((a, b) => a[0] - b[0]);
  const out: number[] = [];
  for (const [low, high] of pairs) {
    const last = out[out.length - 1];
    if (last !== undefined && low <= last + 1) out[out.length - 1] = Math.max(last, high);
    else out.push(low, high);
  }
  return out;
}
