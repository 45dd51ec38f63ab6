import { dockerfileOf } from '../testing/dockerfile-of.ts';
import { pipefailShell } from './pipefail-shell.ts';

const last = (text: string) => pipefailShell(dockerfileOf(`${text}\nRUN a | b\n`).instructions.at(-1)!);

test.each([
  ['FROM debian:12', '["/bin/bash", "-o", "pipefail", "-c"]'],
  ['FROM alpine:3', '["/bin/ash", "-o", "pipefail", "-c"]'],
  ['FROM alpine:3\nRUN apk add bash', '["/bin/ash", "-o", "pipefail", "-c"]'],
  ['FROM acme/base:1', '["/bin/bash", "-o", "pipefail", "-c"]'],
  ['FROM scratch', '["/bin/bash", "-o", "pipefail", "-c"]'],
  ['FROM debian:12\nSHELL ["bash", "-exc"]', '["bash", "-o", "pipefail", "-exc"]'],
  ['FROM debian:12\nSHELL ["/bin/sh", "-ec"]', '["/bin/bash", "-o", "pipefail", "-c"]'],
])('%s', (text, expected) => {
  expect(last(text)).toBe(expected);
});

test('is absent where no POSIX shell is in force', () => {
  expect(last('FROM debian:12\nSHELL ["pwsh", "-Command"]')).toBeUndefined();
  expect(pipefailShell(dockerfileOf('ARG A\nFROM a\n').instructions[0]!)).toBeUndefined();
});
