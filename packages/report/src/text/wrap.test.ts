import { wrap } from './wrap.ts';

test.each([
  ['', []],
  ['one two three', ['one two', 'three']],
  ['a-very-long-word b', ['a-very-long-word', 'b']],
  ['one two ::warning::three four', ['one two ::warning::three', 'four']],
])('%j is wrapped', (text, lines) => expect(wrap(text, 8)).toEqual(lines));
