import { isUnsure, unknown } from '../kernel/unsure.ts';
import { dockerfileOf } from '../testing/dockerfile-of.ts';
import { portsOfImage, programsOfImage } from './contents.ts';
import { fromImage } from './from-image.ts';
import { imageBase } from './image-base.ts';

const image = (from: string) => fromImage(dockerfileOf(`FROM ${from}\n`).stages[0]!)!;

test('imageBase: known, absent, unknown', () => {
  expect(isUnsure(imageBase(image('node:22')))).toBe(false);
  expect(imageBase(image('scratch'))).toBeUndefined();
  expect(imageBase(image('acme/unknown'))).toBe(unknown);
  expect(imageBase(image('node:${TAG}'))).toBe(unknown);
});

test('the contents of an image as far as they are known', () => {
  expect(portsOfImage(image('postgres:17')).map(({ number }) => number)).toEqual([5432]);
  expect(programsOfImage(image('node:22')).map(({ name }) => name)).toEqual(expect.arrayContaining(['node', 'sh']));
  expect(portsOfImage(image('acme/unknown'))).toEqual([]);
  expect(programsOfImage(image('acme/unknown'))).toEqual([]);
});
