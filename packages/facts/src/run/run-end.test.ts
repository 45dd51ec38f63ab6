import { textAt } from '@dockwarden-internal/syntax';
import { dockerfileOf } from '../testing/dockerfile-of.ts';
import { instructionOf } from '../testing/instruction-of.ts';
import { commandsOf } from './commands.ts';
import { runEnd } from './run-end.ts';

function endOf(run: string, above = 'FROM debian:12\n'): string | undefined {
  const commands = commandsOf(instructionOf(dockerfileOf(`${above}${run}\n`), 'run'));
  const end = runEnd(commands.find(({ reading }) => reading.name === 'a')!);
  return end && textAt(end);
}

test.each([
  ['RUN a $(b)', 'a $(b)'],
  ['RUN x; \\\n  a && b', 'a && b'],
  ['RUN for p in x; do a; done', 'for p in x; do a; done'],
  ['RUN <<E\na\nb <<X\n$(c)\nX\nE', 'b <<X'],
  ['RUN <<E\n#!/bin/sh -e\na\nE', 'a'],
])('%j ends with %j', (run, expected) => expect(endOf(run)).toBe(expected));

test.each(['RUN ["a"]', 'RUN sh -c "a"', 'RUN a; exit', 'RUN a; "', 'RUN <<E\n#!/bin/sh -e\n(a; b)\nE'])(
  '%j has no end that can be joined',
  (run) => expect(endOf(run)).toBeUndefined(),
);

test('SHELL may set -e', () => {
  expect(endOf('RUN (a; b)')).toBe('(a; b)');
  expect(endOf('RUN (a; b)', 'FROM debian:12\nSHELL ["/bin/bash", "-eo", "pipefail", "-c"]\n')).toBeUndefined();
});

test('what is joined runs as the user of the RUN, which is not that of sudo', () => {
  expect(endOf('RUN sudo a')).toBe('sudo a');
  expect(endOf('RUN sudo a', 'FROM debian:12\nUSER app\n')).toBeUndefined();
  expect(endOf('RUN sudo a', 'FROM acme/base\n')).toBeUndefined();
  expect(endOf('RUN a', 'FROM acme/base\n')).toBe('a');
});
