import { textAt } from '@dockwarden-internal/syntax';
import { unknown, unresolved } from '../kernel/unsure.ts';
import { dockerfileOf } from '../testing/dockerfile-of.ts';
import { instructionOf } from '../testing/instruction-of.ts';
import { argsOf, environmentOf, flagsOf, shellOf, wordsOf } from './command-parts.ts';
import { commandsOf } from './commands.ts';

const commands = (text: string) => commandsOf(instructionOf(dockerfileOf(text), 'run'));
const command = (line: string, index = 0) => commands(`FROM debian:12\n${line}\n`)[index]!;

test('words, operands and options, each at its place', () => {
  const apt = command('RUN apt-get -yq install --no-install-recommends -t=sid curl=$V "git"');
  expect(wordsOf(apt).map(({ text }) => text)).toHaveLength(7);
  expect(argsOf(apt).map(({ text, value }) => [text, value])).toEqual([
    ['curl=$V', unresolved],
    ['"git"', 'git'],
  ]);
  expect(flagsOf(apt).map(({ name, value, place }) => [name, value, textAt(place)])).toEqual([
    ['-y', undefined, 'y'],
    ['-q', undefined, 'q'],
    ['--no-install-recommends', undefined, '--no-install-recommends'],
    ['-t', 'sid', '-t=sid'],
  ]);
  expect(textAt(flagsOf(apt)[3]!.valuePlace!)).toBe('sid');
  expect(argsOf(apt)[0]!.command).toBe(apt);
});

test('an option whose value a variable decides', () => {
  expect(flagsOf(command('RUN apt-get install -t $R x'))[0]!.value).toBe(unresolved);
});

test('variables of one command', () => {
  expect(environmentOf(command('RUN A=1 b && C=2 d')).map(({ name, value }) => [name, value])).toEqual([['A', '1']]);
  expect(environmentOf(command('RUN env A=$X b')).map(({ value }) => value)).toEqual([unresolved]);
  expect(environmentOf(command('RUN b'))).toEqual([]);
});

describe('the shell of a command', () => {
  const pipefail = (text: string, index = 0) => shellOf(commands(text)[index]!)?.pipefail;

  test.each([
    ['none is set', 'FROM debian:12\nRUN a | b\n', 0, false],
    ['SHELL sets it', 'FROM debian:12\nSHELL ["bash", "-o", "pipefail", "-c"]\nRUN a | b\n', 0, true],
    ['set -o pipefail before it', 'FROM debian:12\nRUN set -o pipefail && a | b\n', 1, true],
    ['set -o pipefail behind it', 'FROM debian:12\nRUN a | b; set -o pipefail\n', 0, false],
    [
      'a shell of its own has none',
      'FROM debian:12\nSHELL ["bash", "-o", "pipefail", "-c"]\nRUN sh -c "a | b"\n',
      0,
      false,
    ],
    ['a shell of its own with one', 'FROM debian:12\nRUN bash -o pipefail -c "a | b"\n', 0, true],
    ['a substitution in such a shell', 'FROM acme/x:1\nRUN sh -c "echo $(a | b)"\n', 1, false],
    ['the exec form', 'FROM acme/x:1\nRUN ["sh", "-c", "a | b"]\n', 0, false],
    ['a heredoc with its own interpreter', 'FROM debian:12\nRUN <<EOF\n#!/bin/bash -o pipefail\na | b\nEOF\n', 0, true],
  ])('pipefail: %s', (_, text, index, expected) => {
    expect(pipefail(text, index)).toBe(expected);
  });

  test('an unknown base may have set another', () => {
    expect(pipefail('FROM acme/x:1\nRUN a | b\n')).toBe(unknown);
    expect(pipefail('FROM acme/x:1\nRUN set -o pipefail; a | b\n', 1)).toBe(true);
  });

  test('family', () => {
    expect(shellOf(command('RUN a'))?.family).toBe('posix');
    expect(shellOf(commands('FROM scratch\nRUN a\n')[0]!)?.family).toBe('none');
  });
});
