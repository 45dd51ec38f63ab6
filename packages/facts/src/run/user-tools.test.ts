import { expect, test } from '@jest/globals';
import { unknown } from '../kernel/unsure.ts';
import { dockerfileOf } from '../testing/dockerfile-of.ts';
import { instructionOf } from '../testing/instruction-of.ts';
import { commandsOf } from './commands.ts';
import { dialectOf, implementationOf } from './user-tools.ts';

const command = (text: string, run = 0) => commandsOf(instructionOf(dockerfileOf(text), 'run', run)).at(-1)!;

test.each([
  ['debian:12', 'RUN adduser x', 'debian'],
  ['debian:12', 'RUN useradd x', 'shadow'],
  ['alpine:3.22', 'RUN adduser x', 'busybox'],
  ['alpine:3.22', 'RUN addgroup x', 'busybox'],
  ['alpine:3.22', 'RUN useradd x', 'none'],
  ['alpine:3.22', 'RUN apk add shadow && useradd x', 'shadow'],
  ['alpine:3.22', 'RUN apk add shadow\nRUN useradd x', 'shadow'],
  ['gcr.io/distroless/base-debian12', 'RUN adduser x', 'none'],
  ['scratch', 'RUN adduser x', 'none'],
  ['acme/base:1', 'RUN adduser x', unknown],
  ['debian:12', 'RUN ls x', undefined],
])('on %s, %s is of %s', (base, line, expected) => {
  const run = line.split('\n').length - 1;
  expect(implementationOf(command(`FROM ${base}\n${line}\n`, run))).toBe(expected);
});

test.each([
  ['RUN adduser -S -D x', 'busybox'],
  ['RUN adduser --disabled-login x', 'debian'],
  ['RUN adduser --system --uid 10 --no-create-home x', undefined],
  ['RUN adduser --gecos "" --disabled-password x', undefined],
  ['RUN adduser -m -r x', 'shadow'],
  ['RUN addgroup --gid 10 x', undefined],
  ['RUN addgroup -S x', 'busybox'],
  ['RUN useradd -r x', 'shadow'],
  ['RUN ls -S', undefined],
])('%s speaks %s', (line, expected) => {
  expect(dialectOf(command(`FROM debian:12\n${line}\n`))).toBe(expected);
});

test.each([
  'FROM scratch\nADD rootfs.tar.gz /\nRUN useradd a\n',
  'FROM alpine:3 AS root\nFROM scratch\nCOPY --from=root /root-out/ /\nRUN useradd a\n',
  'FROM busybox AS b\nFROM gcr.io/distroless/static-debian12\nCOPY --from=b /bin/busybox /bin/busybox\nRUN adduser a\n',
  'FROM debian:12 AS d\nFROM alpine:3.22\nCOPY --from=d /usr/sbin/useradd /usr/sbin/\nRUN useradd a\n',
])('%j may have been given one', (text) => {
  expect(implementationOf(command(text))).toBe(unknown);
});

test('what is copied beside it brings none', () => {
  expect(implementationOf(command('FROM alpine:3.22\nCOPY a.txt /etc/\nRUN useradd a\n'))).toBe('none');
});

test('is unknown above the first FROM, where the builder refuses it', () => {
  expect(implementationOf(command('RUN useradd x\nFROM debian:12\n'))).toBe(unknown);
  expect(implementationOf(command('ARG A\nRUN adduser x\nFROM debian:12\n'))).toBe(unknown);
});
