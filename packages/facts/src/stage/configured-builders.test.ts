import type { FactSettings } from '../model/world.ts';
import { dockerfileOf } from '../testing/dockerfile-of.ts';
import { isFinal } from './final.ts';
import { namedContext } from './named-context.ts';
import { purposeOf } from './purpose.ts';
import { usedBy } from './used-by.ts';

const TEXT = 'FROM debian:12 AS one\nFROM debian:12 AS two\nFROM debian:12 AS three\n';
const file = (settings: FactSettings) => dockerfileOf(TEXT, { path: 'apps/api/Dockerfile', settings });
const dockerfile = './apps/api//Dockerfile';

test('the targets of configured images become images, in any case', () => {
  const images = {
    a: { dockerfile, target: 'one' },
    b: { dockerfile, target: 'TWO' },
    c: { dockerfile: 'apps/web/Dockerfile', target: 'three' },
  };
  expect(file({ images }).stages.map(isFinal)).toEqual([true, true, true]);
  expect(file({ images: { c: images.c } }).stages.map(isFinal)).toEqual([false, false, true]);
  expect(file({ images: { a: { dockerfile } } }).stages.map(isFinal)).toEqual([false, false, true]);
  expect(file({ images: { a: { dockerfile, target: 'none' } } }).stages.map(isFinal)).toEqual([false, false, true]);
  expect(usedBy(file({ images }).stages[0]!)).toEqual([]);
});

test('a name may say what an image is for', () => {
  const images = { 'api-dev': { dockerfile, target: 'one' }, api: { dockerfile, target: 'two' } };
  expect(file({ images }).stages.map(purposeOf)).toEqual(['development', undefined, undefined]);
});

test('contexts of an image go before those of all images', () => {
  const build = { contexts: { base: 'docker-image://debian:11', tools: 'docker-image://golang:1' } };
  const images = { api: { dockerfile, contexts: { base: 'docker-image://debian:13' } } };
  const image = (name: string, settings: FactSettings) => namedContext(file(settings), name);
  expect(image('base', { build, images })).toEqual({ image: 'debian:13' });
  expect(image('tools', { build, images })).toEqual({ image: 'golang:1' });
  expect(image('other', { build, images })).toBeUndefined();
  expect(image('base', { build })).toBeUndefined();
});
