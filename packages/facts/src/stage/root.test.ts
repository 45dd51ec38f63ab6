import { isUnsure, unknown } from '../kernel/unsure.ts';
import { dockerfileOf } from '../testing/dockerfile-of.ts';
import { rootBase, rootImage } from './root.ts';

const root = (text: string) => {
  const image = rootImage(dockerfileOf(text).stages.at(-1)!);
  return typeof image === 'object' ? image.text : image;
};

test('the image at the end of the chain', () => {
  expect(root('FROM node:22-slim AS a\nFROM a AS b\nFROM b\n')).toBe('node:22-slim');
  expect(root('FROM node:${TAG}\n')).toBe('node:${TAG}');
});

test('is absent for scratch', () => {
  expect(root('FROM scratch AS a\nFROM a\n')).toBeUndefined();
  expect(rootBase(dockerfileOf('FROM scratch\n').stages[0]!)).toBeUndefined();
});

test('is unknown where FROM does not say', () => {
  expect(root('ARG IMAGE\nFROM $IMAGE\n')).toBe(unknown);
  expect(root('RUN ls\n')).toBe(unknown);
});

test('rootBase is unknown for an image that the table does not have', () => {
  expect(rootBase(dockerfileOf('FROM acme/unknown\n').stages[0]!)).toBe(unknown);
  expect(isUnsure(rootBase(dockerfileOf('FROM node:22 AS a\nFROM a\n').stages[1]!))).toBe(false);
});
