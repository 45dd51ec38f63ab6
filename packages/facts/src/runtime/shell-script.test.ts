import { dockerfileOf } from '../testing/dockerfile-of.ts';
import { shellScriptOf } from './shell-script.ts';

const last = (text: string) => shellScriptOf(dockerfileOf(text).instructions.at(-1)!);

test.each([
  ['FROM debian:12\nRUN a $B', 'sh'],
  ['FROM acme/base:1\nRUN a', 'sh'],
  ['FROM debian:12\nSHELL ["/bin/bash", "-o", "pipefail", "-c"]\nRUN a', 'bash'],
  ['FROM alpine:3\nSHELL ["/bin/ash", "-c"]\nRUN a', 'ash'],
  ['FROM debian:12\nRUN <<EOF\n#!/usr/bin/env bash\na\nEOF\n', 'bash'],
])('%j is for %s', (text, dialect) => expect(last(text)?.dialect).toBe(dialect));

test.each([
  'FROM debian:12\nRUN ["a", "$B"]',
  'FROM debian:12\nCMD a',
  'FROM debian:12\nSHELL ["pwsh", "-Command"]\nRUN a',
  'FROM debian:12\nSHELL ["/bin/zsh", "-c"]\nRUN a',
  'FROM debian:12\nRUN <<EOF\n#!/usr/bin/env python3\na\nEOF\n',
  'FROM scratch\nRUN a',
  'FROM mcr.microsoft.com/windows/nanoserver:ltsc2025\nRUN a',
])('%j is for none that is known', (text) => expect(last(text)).toBeUndefined());

test('leads back to the file, through continuations', () => {
  const text = 'FROM debian:12\nRUN a && \\\n    # why\n    bcd\n';
  const script = last(text)!;
  const at = script.text.indexOf('bcd');
  const span = script.locate(at, at + 3);
  expect(text.slice(span.start, span.end)).toBe('bcd');
  expect(span.start).toBe(text.indexOf('bcd'));
});

test('variables are those that are set there, or may be', () => {
  expect(last('FROM debian:12\nARG A\nENV B=1 D=1\nRUN echo $A ${B} $C\n')?.variables).toEqual(['A', 'B']);
  expect(last('FROM acme/base:1\nRUN echo $A\n')?.variables).toEqual(['A']);
});
