import { fromImage } from '../image/from-image.ts';
import { referencesOf } from '../image/references.ts';
import { unknown, unresolved } from '../kernel/unsure.ts';
import type { Image, Reference } from '../model/image.ts';
import { dockerfileOf } from '../testing/dockerfile-of.ts';
import { readFact } from '../testing/read-fact.ts';
import { imageKind } from './image.ts';
import { referenceKind } from './reference.ts';

const image = (from: string): Image => fromImage(dockerfileOf(`FROM ${from}\n`).stages[0]!)!;
const read = (from: string, property: string) => readFact(imageKind, image(from), property);

test.each([
  ['knownUser', 'node:22', true],
  ['knownUser', 'acme/unknown', false],
  ['user', 'node:22', 'root'],
  ['user', 'acme/unknown', unknown],
  ['user', 'scratch', undefined],
  ['variant', 'node:22-alpine', 'alpine'],
  ['variant', 'acme/unknown', unknown],
  ['libc', 'alpine:3.22', 'musl'],
  ['stateful', 'postgres:17', true],
  ['stateful', 'node:22', false],
  ['stateful', 'acme/unknown', unknown],
  ['healthcheck', 'node:22', false],
  ['healthcheck', 'acme/unknown', unknown],
  ['jdk', 'eclipse-temurin:21-jdk', true],
  ['jdk', 'eclipse-temurin:21-jre', false],
  ['jdk', 'node:22', undefined],
  ['jdk', 'acme/unknown', unknown],
  ['latest', 'node', true],
  ['version', 'node:22-slim', '22-slim'],
  ['tag', 'node:${TAG}', unresolved],
  ['kind', 'scratch', 'scratch'],
])('%s of %s is %s', (property, from, expected) => {
  expect(read(from, property)).toBe(expected);
});

test('collections of an unknown image are open', () => {
  for (const property of ['ports', 'programs']) {
    expect(imageKind.properties[property]!.open!(image('acme/unknown'))).toBe(true);
    expect(imageKind.properties[property]!.open!(image('node:22'))).toBe(false);
  }
  expect(read('postgres:17', 'dataFolders')).toEqual(expect.arrayContaining([expect.stringContaining('postgres')]));
  expect(read('scratch', 'dataFolders')).toEqual([]);
  expect(read('acme/unknown', 'dataFolders')).toBe(unknown);
});

describe('reference', () => {
  const reference = (text: string): Reference => referencesOf(dockerfileOf(text)).at(-1)!;
  const value = (text: string, property: string) => readFact(referenceKind, reference(text), property);

  test('ownStage and byIndex', () => {
    expect(value('FROM a AS x\nCOPY --from=x 1 2\n', 'ownStage')).toBe(true);
    expect(value('FROM a AS x\nFROM b\nCOPY --from=x 1 2\n', 'ownStage')).toBe(false);
    expect(value('FROM a\nFROM b\nCOPY --from=$X 1 2\n', 'ownStage')).toBe(unknown);
    expect(value('FROM a\nFROM b\nCOPY --from=0 1 2\n', 'byIndex')).toBe(true);
    expect(value('FROM a AS x\nFROM b\nCOPY --from=x 1 2\n', 'byIndex')).toBe(false);
  });

  test('image and stage', () => {
    expect(value('FROM node:22\n', 'image')).toMatchObject({ text: 'node:22' });
    expect(value('FROM a AS x\nFROM x\n', 'image')).toBeUndefined();
    expect(value('FROM a AS x\nFROM x\n', 'stage')).toMatchObject({ index: 0 });
    expect(value('FROM node:22\n', 'stage')).toBeUndefined();
    expect(value('ARG X\nFROM $X\n', 'stage')).toBe(unknown);
  });
});
