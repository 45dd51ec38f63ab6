import { expect, test } from '@jest/globals';
import { filledIn } from './filled-in.ts';
import { literalValues } from './literal-values.ts';

const LINES = ['ARG A=one B="two three" BARE', 'env C four five', 'ONBUILD ENV D=$A/six E=${E}x', 'ARG A=other'];

test.each([
  ['plain', ['plain']],
  ['$B', ['two three']],
  ['${C}/x', ['four five/x']],
  ['$A', ['one', 'other']],
  ['$D', ['one/six', 'other/six']],
  ['${A:-none}', ['none', 'one', 'other']],
  ['$BARE/x', ['$BARE/x']],
  ['${BARE-x}', ['x']],
  ['$NOBODY/x', ['$NOBODY/x', '/x']],
  ['${A%.js}', ['${A%.js}']],
  ['$E', ['$E']],
])('%s', (text, readings) => {
  expect(filledIn(text, literalValues(LINES)).sort()).toEqual(readings);
});
