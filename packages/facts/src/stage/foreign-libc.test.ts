import { unknown } from '../kernel/unsure.ts';
import { dockerfileOf } from '../testing/dockerfile-of.ts';
import { foreignLibc } from './foreign-libc.ts';

test.each([
  ['FROM alpine:3.22', undefined],
  ['FROM alpine:3.22\nRUN apk add curl', undefined],
  ['FROM alpine:3.22\nRUN apk add --no-cache gcompat', 'glibc'],
  ['FROM node:22-alpine\nRUN apk add libc6-compat=1.1.0-r4', 'glibc'],
  ['FROM alpine:3.22\nRUN apk add --allow-untrusted /tmp/glibc-2.35-r1.apk', 'glibc'],
  ['FROM alpine:3.22\nRUN apk add gcompat && apk del gcompat', undefined],
  ['FROM alpine:3.22\nRUN apk add $PACKAGES', unknown],
  ['FROM debian:12\nRUN apt-get install -y musl', 'musl'],
  ['FROM debian:12\nRUN apt-get install -y musl-tools gcompat', undefined],
  ['FROM acme/base:1\nRUN apk add gcompat', unknown],
  ['FROM scratch', undefined],
])('%j also starts programs of %s', (text, expected) => {
  expect(foreignLibc(dockerfileOf(`${text}\n`).stages.at(-1)!)).toBe(expected);
});
