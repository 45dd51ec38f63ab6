import { unknown, unresolved } from '../kernel/unsure.ts';
import { dockerfileOf } from '../testing/dockerfile-of.ts';
import { fromImage } from './from-image.ts';
import { isLatest, partsOf, versionOf } from './parts.ts';

const image = (text: string) => fromImage(dockerfileOf(text).stages.at(-1)!)!;
const parts = (from: string, before = '') => partsOf(image(`${before}FROM ${from}\n`));
const digest = `sha256:${'1'.repeat(64)}`;

describe('partsOf', () => {
  test('a reference', () => {
    expect(parts('node:22')).toEqual({
      registry: 'docker.io',
      repository: 'docker.io/library/node',
      name: 'node',
      tag: '22',
      digest: undefined,
    });
    expect(parts(`ghcr.io:443/acme/app@${digest}`)).toMatchObject({
      registry: 'ghcr.io:443',
      name: 'ghcr.io:443/acme/app',
      tag: undefined,
      digest,
    });
  });

  test('with the defaults of global ARGs', () => {
    expect(parts('${IMAGE}:$TAG', 'ARG IMAGE=acme/app\nARG TAG=1\n')).toMatchObject({
      repository: 'docker.io/acme/app',
      tag: '1',
    });
  });

  test.each([
    ['node:${TAG}', 'docker.io', 'docker.io/library/node', unresolved, unknown],
    ['node:${TAG}-slim', 'docker.io', 'docker.io/library/node', unresolved, undefined],
    ['ghcr.io/${ORG}/app:1', 'ghcr.io', unresolved, '1', undefined],
    ['${REGISTRY}/node:22', unresolved, unresolved, '22', undefined],
    ['acme/${APP}', 'docker.io', unresolved, unknown, unknown],
    [`node:\${TAG}@${digest}`, 'docker.io', 'docker.io/library/node', unresolved, digest],
    ['node@${DIGEST}', 'docker.io', 'docker.io/library/node', undefined, unresolved],
  ])('%s as far as it is written', (from, registry, repository, tag, found) => {
    expect(parts(from)).toMatchObject({ registry, repository, tag, digest: found });
  });

  test('nothing is known of a bare variable, and there is nothing to a stage or scratch', () => {
    expect(parts('${IMAGE}')).toMatchObject({ registry: unknown, repository: unknown, tag: unknown, digest: unknown });
    expect(parts('scratch')).toMatchObject({ registry: undefined, tag: undefined });
    expect(partsOf(image('FROM node AS a\nFROM a\n'))).toMatchObject({ registry: undefined });
  });

  test('a text that is no reference has no parts', () => {
    expect(parts('No_Such:::x')).toMatchObject({ registry: undefined, tag: undefined });
  });
});

test.each([
  ['node', true],
  ['node:latest', true],
  ['node:22', false],
  [`node@${digest}`, false],
  [`node:latest@${digest}`, true],
  ['node:${TAG}', unresolved],
  ['${IMAGE}', unresolved],
  ['scratch', false],
])('isLatest of %s is %s', (from, expected) => {
  expect(isLatest(parts(from))).toBe(expected);
});

test.each([
  ['node', undefined],
  ['node:22', '22'],
  [`node:22@${digest}`, `22@${digest}`],
  [`node@${digest}`, `@${digest}`],
  ['node:${TAG}', unresolved],
])('versionOf %s is %s', (from, expected) => {
  expect(versionOf(parts(from))).toBe(expected);
});
