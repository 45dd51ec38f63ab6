import { parseReference, type Reference } from '@dockwarden-internal/syntax';
import { unknown } from '../kernel/unsure.ts';
import { holdsProgram } from './holds-program.ts';
import { lookUpBase } from './look-up-base.ts';

const base = (image: string) => lookUpBase(parseReference(image) as Reference)!;

test.each([
  ['node:22', 'curl', true],
  ['node:22', '/usr/bin/curl', true],
  ['node:22-alpine', 'ash', true],
  ['python:3.13-slim', 'curl', false],
  ['python:3.13-slim', '/usr/bin/curl', false],
  ['python:3.13-slim', '/opt/tools/curl', unknown],
  ['python:3.13-slim', 'acme-probe', unknown],
  ['gcr.io/distroless/static', 'sh', false],
])('%s and %s: %p', (image, program, expected) => {
  expect(holdsProgram(base(image), program)).toBe(expected);
});

test('scratch holds nothing, and of an unknown image nothing is known', () => {
  expect(holdsProgram(undefined, 'curl')).toBe(false);
  expect(holdsProgram(undefined, '/opt/curl')).toBe(unknown);
  expect(holdsProgram(unknown, 'curl')).toBe(unknown);
});
