import { unresolved } from '../kernel/unsure.ts';
import { dockerfileOf } from '../testing/dockerfile-of.ts';
import { namesPlatform, platformOf, platformText } from './platform.ts';

const stage = (text: string) => dockerfileOf(text).stages[0]!;

test('a constant', () => {
  const found = stage('FROM --platform=linux/arm64 node AS arm64\n');
  expect(platformOf(found)).toBe('linux/arm64');
  expect(namesPlatform(found)).toBe(true);
  expect(namesPlatform(stage('FROM --platform=linux/arm64 node AS build\n'))).toBe(false);
});

test('a variable', () => {
  const found = stage('FROM --platform=$BUILDPLATFORM node\n');
  expect(platformOf(found)).toBe(unresolved);
  expect(platformText(found)).toBe('$BUILDPLATFORM');
  expect(namesPlatform(found)).toBe(unresolved);
  expect(platformOf(stage('ARG P=linux/amd64\nFROM --platform=$P node\n'))).toBe('linux/amd64');
});

test('is absent without the flag', () => {
  expect(platformOf(stage('FROM node\n'))).toBeUndefined();
  expect(platformText(stage('RUN ls\n'))).toBeUndefined();
});
