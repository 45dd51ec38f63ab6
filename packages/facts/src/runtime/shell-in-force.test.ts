import { unknown } from '../kernel/unsure.ts';
import { dockerfileOf } from '../testing/dockerfile-of.ts';
import { instructionOf } from '../testing/instruction-of.ts';
import { shellAt, shellOf } from './shell-in-force.ts';

const shell = (text: string) => shellOf(dockerfileOf(text).stages.at(-1)!);

describe('shellOf', () => {
  test.each([
    ['["/bin/bash", "-c"]', 'posix', false],
    ['["/bin/bash", "-o", "pipefail", "-c"]', 'posix', true],
    ['["/bin/bash", "-euxo", "pipefail", "-c"]', 'posix', true],
    ['["pwsh", "-Command"]', 'powershell', false],
    ['["C:\\\\Windows\\\\powershell.exe", "-Command"]', 'powershell', false],
    ['["cmd", "/S", "/C"]', 'cmd', false],
    ['["/usr/bin/python3", "-c"]', unknown, false],
  ])('SHELL %s', (words, family, pipefail) => {
    expect(shell(`FROM debian:12\nSHELL ${words}\n`)).toMatchObject({ family, pipefail, explicit: true });
  });

  test('goes on through FROM of a stage, and not beyond', () => {
    const set = 'FROM debian:12 AS a\nSHELL ["/bin/bash", "-o", "pipefail", "-c"]\n';
    expect(shell(`${set}FROM a\n`)).toMatchObject({ pipefail: true, explicit: true });
    expect(shell(`${set}FROM debian:12\n`)).toMatchObject({
      pipefail: false,
      explicit: false,
      words: ['/bin/sh', '-c'],
    });
  });

  test('an image without any has none', () => {
    expect(shell('FROM scratch\n').family).toBe('none');
    expect(shell('FROM gcr.io/distroless/static\n').family).toBe('none');
    expect(shell('FROM debian:12\n').family).toBe('posix');
  });

  test('an unknown base leaves pipefail open; on Windows the family too', () => {
    expect(shell('FROM acme/unknown\n')).toMatchObject({ family: 'posix', pipefail: unknown, explicit: false });
    expect(shell('# escape=`\nFROM acme/windows\n').family).toBe(unknown);
  });

  test('SHELL in shell form sets nothing, the builder refuses it', () => {
    expect(shell('FROM debian:12\nSHELL bash -c\n').explicit).toBe(false);
  });
});

test('shellAt is what runs an instruction', () => {
  const file = dockerfileOf('ARG A\nFROM debian:12\nRUN a\nSHELL ["bash", "-c"]\nRUN b\n');
  expect(shellAt(instructionOf(file, 'run', 0))?.explicit).toBe(false);
  expect(shellAt(instructionOf(file, 'run', 1))?.words).toEqual(['bash', '-c']);
  expect(shellAt(instructionOf(file, 'arg'))).toBeUndefined();
});
