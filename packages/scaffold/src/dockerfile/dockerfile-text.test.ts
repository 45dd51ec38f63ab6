import { dockerfileText } from './dockerfile-text.ts';

test('blocks are parted by an empty line, and the last line ends', () => {
  expect(dockerfileText([['ARG A=1'], undefined, ['FROM debian:$A', 'USER 1']])).toBe(
    '# syntax=docker/dockerfile:1\n\nARG A=1\n\nFROM debian:$A\nUSER 1\n',
  );
});
