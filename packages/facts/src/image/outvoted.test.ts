import { unknown, unresolved } from '../kernel/unsure.ts';
import { dockerfileOf } from '../testing/dockerfile-of.ts';
import { fromImage } from './from-image.ts';
import { outvotedBy } from './outvoted.ts';
import { releaseOf } from './release.ts';

const image = (from: string, others: readonly string[] = []) => {
  const files = Object.fromEntries(others.map((other, index) => [`${index}/Dockerfile`, `FROM ${other}\n`]));
  return fromImage(dockerfileOf(`FROM ${from}\n`, { others: files }).stages[0]!)!;
};

test.each([
  ['node:22.11-alpine3.22', '22.11'],
  ['eclipse-temurin:21.0.2_13-jre', '21.0.2_13'],
  ['acme/app:v1.2', '1.2'],
  ['node:22', '22'],
  ['node:lts', undefined],
  ['node', undefined],
  ['acme/app:1a2b3c', undefined],
  ['node:${TAG}', unresolved],
])('the release of %s is %s', (from, release) => {
  expect(releaseOf(image(from))).toBe(release);
});

const one = `sha256:${'1'.repeat(64)}`;
const two = `sha256:${'2'.repeat(64)}`;

test.each([
  ['node:20', ['node:22', 'node:22-slim'], 'node:22'],
  ['node:20', ['node:22'], 'node:22'],
  ['node:22', ['node:20'], undefined],
  ['node:22', ['node:20', 'node:20'], 'node:20'],
  ['node:18', ['node:20', 'node:22'], undefined],
  ['node:22-alpine', ['node:22.11', 'node:22.11'], undefined],
  ['node:2', ['node:22', 'node:22'], 'node:22'],
  ['node:20', ['node:${TAG}', 'node:lts', 'python:3.12'], undefined],
  ['node:lts', ['node:22', 'node:22'], undefined],
  ['node:${TAG}', ['node:22', 'node:22'], unknown],
  [`node:22@${one}`, [`node:22@${two}`], `node:22@${two}`],
  [`node:22@${one}`, [`node:22-slim@${two}`, `node:22@${one}`], undefined],
])('%s beside %j is outvoted by %s', (from, others, by) => {
  const found = outvotedBy(image(from, others));
  expect(typeof found === 'object' ? found.text : found).toBe(by);
});
