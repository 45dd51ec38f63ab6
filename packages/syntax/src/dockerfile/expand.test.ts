import { expect, test } from '@jest/globals';
import { expand, expandWords } from './expand.ts';
import type { Lookup } from './lex-state.ts';

const lookup: Lookup = (name) => ({ A: 'a', B: 'b c', E: '', UNKNOWN: null })[name];
const of = (text: string) => expand(text, '\\', lookup);

test.each([
  ['$A-${B}', 'a-b c'],
  ['"$A" \'$A\' \\$A', 'a $A $A'],
  ['${NONE:-$A} ${E-x} ${A:+y} ${NONE+y}', 'a  y '],
  ['${A#a}${B%% *}${B/b/x}', 'bx c'],
])('%s', (text, value) => {
  expect(of(text).value).toBe(value);
});

test('names what has no value', () => {
  expect(of('$NONE${NONE}${OTHER:-x}$A')).toEqual({ value: 'xa', unresolved: ['NONE', 'OTHER'] });
});

test('what hangs on an unknown variable has no value', () => {
  expect(of('x$UNKNOWN')).toEqual({ unresolved: ['UNKNOWN'] });
  expect(of('${UNKNOWN:-x}')).toEqual({ unresolved: ['UNKNOWN'] });
  expect(of('${NONE:-$UNKNOWN}').value).toBeUndefined();
  expect(of('${A#$UNKNOWN}').value).toBeUndefined();
});

test('an unknown variable in a word that is not used does no harm', () => {
  expect(of('${A:-$UNKNOWN}').value).toBe('a');
  expect(of('${NONE:+$UNKNOWN}x').value).toBe('x');
});

test('refusals', () => {
  expect(of('${NONE:?is needed}')).toEqual({ unresolved: ['NONE'], failure: 'NONE is needed' });
  expect(of('${A').failure).toBe('} is missing at the end');
  expect(of('${A:=x}').failure).toBe(':= is no operator');
  expect(of('${A:name}').failure).toBe(':n is no operator');
  expect(of('"a').failure).toContain('double quote');
});

test('growth and depth are bounded', () => {
  expect(expand('$X'.repeat(1000), '\\', () => 'x'.repeat(1000)).value).toBeUndefined();
  expect(expand(`${'${A:-'.repeat(400)}${'}'.repeat(400)}`, '\\', lookup).value).toBe('a');
  expect(expand('${A:-'.repeat(100_000), '\\', lookup).failure).toContain('nested');
});

test('words are split after the values are in', () => {
  expect(expandWords('80 $B "$B"', '\\', lookup).words).toEqual(['80', 'b', 'c', 'b c']);
  expect(expandWords('$UNKNOWN', '\\', lookup)).toEqual({ unresolved: ['UNKNOWN'] });
  expect(expandWords('${', '\\', lookup).failure).toBeDefined();
});
