import { dockerfileOf } from '../testing/dockerfile-of.ts';
import { shellTreeOf } from './shell-tree.ts';

const commands = (text: string, from = 'debian:12') =>
  shellTreeOf(dockerfileOf(`FROM ${from}\n${text}`).instructions.at(-1)!)?.commands.map(({ words }) =>
    words.map((word) => word.shown).join(' '),
  );

test.each([
  ['RUN a && b c\n', ['a', 'b c']],
  ['RUN ["a", "b c"]\n', ['a b c']],
  ['RUN ["sh", "-c", "a && b"]\n', ['a', 'b']],
  ['RUN <<EOF\na\nb\nEOF\n', ['a', 'b']],
  ['RUN <<EOF\n#!/bin/bash\na\nEOF\n', ['a']],
  ['CMD exec a\n', ['a']],
  ['ENTRYPOINT ["a"]\n', ['a']],
  ['HEALTHCHECK --interval=5s CMD a || exit 1\n', ['a', 'exit 1']],
  ['HEALTHCHECK CMD ["a", "b"]\n', ['a b']],
  ['SHELL ["bash", "-c"]\nRUN a\n', ['a']],
])('%j runs %j', (text, expected) => {
  expect(commands(text)).toEqual(expected);
});

test.each([
  'COPY a b\n',
  'HEALTHCHECK NONE\n',
  'RUN\n',
  'SHELL ["pwsh", "-Command"]\nRUN a\n',
  'RUN <<EOF\n#!/usr/bin/env python3\nprint()\nEOF\n',
])('%j is not read', (text) => {
  expect(commands(text)).toBeUndefined();
});

test('an image without a shell has its text read all the same', () => {
  expect(commands('RUN a\n', 'scratch')).toEqual(['a']);
  // Whether it has one now nothing tells.
  expect(commands('COPY rootfs /\nRUN a\n', 'scratch')).toEqual(['a']);
});

test('pipefail of the shell in force holds', () => {
  const tree = (text: string) => shellTreeOf(dockerfileOf(text).instructions.at(-1)!);
  expect(tree('FROM debian:12\nSHELL ["bash", "-o", "pipefail", "-c"]\nRUN a | b\n')?.commands[0]?.pipefail).toBe(true);
  expect(tree('FROM debian:12\nRUN a | b\n')?.commands[0]?.pipefail).toBe(false);
});
