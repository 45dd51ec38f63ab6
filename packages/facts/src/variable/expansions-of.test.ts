import { dockerfileOf } from '../testing/dockerfile-of.ts';
import { textsAt } from '../testing/texts-at.ts';
import { expansionsOf } from './expansions-of.ts';

const all = (text: string) => dockerfileOf(text).instructions.flatMap(expansionsOf);

test.each([
  ['FROM node:$A AS b\n', ['$A']],
  ['FROM --platform=${P} node\n', ['${P}']],
  ['FROM a\nENV A=$B C=${D:-$E}\n', ['$B', '${D:-$E}', '$E']],
  ['FROM a\nENV A one $B two\n', ['$B']],
  ['FROM a\nLABEL a="x $Y"\n', ['$Y']],
  ['FROM a\nCOPY --chown=$U --chmod=$M $SRC ./\n', ['$U', '$M', '$SRC']],
  ['FROM a\nCOPY ["$A", "b"]\n', ['$A']],
  ['FROM a\nRUN --mount=type=cache,target=$T echo $S\n', ['$T']],
  ['FROM a\nRUN echo $S\nCMD $S\nHEALTHCHECK CMD $S\n', []],
  ['FROM a\nUSER $U\nWORKDIR $W\nEXPOSE $P\nVOLUME $V\nSTOPSIGNAL $S\n', ['$U', '$W', '$P', '$V', '$S']],
  ["FROM a\nENV A='$B' C=\\$D\n", []],
  ['FROM a\nENV A=$B\\\n  C=$D\n', ['$B', '$D']],
  ['FROM a\nCOPY <<EOF /x\nit\'s $A and "$B"\nEOF\n', ['$A', '$B']],
  ["FROM a\nCOPY <<'EOF' /x\n$A\nEOF\n", []],
  ['FROM a\nONBUILD COPY $A b\n', ['$A']],
])('%j has %j', (text, expected) => {
  expect(textsAt(all(text))).toEqual(expected);
});

test('says in which pair, with which operator', () => {
  const [first, second] = all('FROM a\nARG A=1 B=${A:-x} C=$A\n');
  expect(first).toMatchObject({ name: 'A', pair: 1, operator: ':-', word: 'x' });
  expect(second).toMatchObject({ name: 'A', pair: 2 });
  expect(second).not.toHaveProperty('operator');
});

test('a quoted flag still leads to its place', () => {
  expect(textsAt(all('FROM a\nCOPY --chown="$U:$G" a b\n'))).toEqual(['$U', '$G']);
});
