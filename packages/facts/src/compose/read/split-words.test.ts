import { splitWords } from './split-words.ts';

test.each([
  ['a  b\tc', ['a', 'b', 'c']],
  ['', []],
  ['a "b c" \'d e\'', ['a', 'b c', 'd e']],
  ['a""b "" c', ['ab', '', 'c']],
  ['a\\ b "c\\"d" \'e\\f\'', ['a b', 'c"d', 'e\\f']],
  ['echo $(date +%s) `id -u`', ['echo', '$(date +%s)', '`id -u`']],
  ['a && b', ['a']],
  ['a 2>err', ['a']],
  ['a "b;c" | d', ['a', 'b;c']],
])('%j is %j', (line, words) => expect(splitWords(line)).toEqual(words));

test.each(["it's", '"open', 'a (b)', 'a)', 'a\\', '`x', '$(x'])('%j is refused', (line) => {
  expect(splitWords(line)).toBeUndefined();
});
