import { dockerfileOf } from '../testing/dockerfile-of.ts';
import { mayBeReadUnseen } from './unseen-readers.ts';
import { variablesOf } from './variables-of.ts';

const first = (text: string) => mayBeReadUnseen(dockerfileOf(text).instructions.flatMap(variablesOf)[0]!);

test.each([
  'FROM node:22\nARG API_URL\nRUN npm run build\n',
  'FROM debian:12\nARG A\nRUN apt-get update && ./configure\n',
  'FROM debian:12\nARG A\nRUN sh /tmp/setup.sh\n',
  'FROM debian:12\nARG A\nRUN $TOOL\n',
  'FROM debian:12\nARG A\nRUN echo "\n',
  'FROM debian:12 AS base\nARG A\nFROM base\nRUN make\n',
  'FROM debian:12 AS a\nARG A\nFROM a AS b\nFROM b\nRUN make\n',
  'FROM debian:12\nENV A=1\n',
])('%j: something may read it', (text) => {
  expect(first(text)).toBe(true);
});

test.each([
  'FROM debian:12\nARG A\nRUN apt-get update && rm -rf /tmp/x\n',
  'FROM debian:12\nRUN make\nARG A\n',
  'FROM debian:12\nARG A\nFROM debian:12\nRUN make\n',
  'ARG A\nFROM debian:12\nRUN make\n',
])('%j: nothing does', (text) => {
  expect(first(text)).toBe(false);
});
