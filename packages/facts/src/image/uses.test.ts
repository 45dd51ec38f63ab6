import { dockerfileOf } from '../testing/dockerfile-of.ts';
import { fromImage } from './from-image.ts';
import { usesOf } from './uses.ts';

const uses = (text: string, others: Record<string, string> = {}) =>
  usesOf(fromImage(dockerfileOf(text, { others }).stages[0]!)!).map(
    ({ dockerfile, text: named }) => `${dockerfile?.source.path} ${named}`,
  );

test('the same repository anywhere, however it is written', () => {
  const others = {
    'a/Dockerfile': 'FROM docker.io/library/node:20\nFROM node-x\n',
    'b/Dockerfile': 'FROM a\nCOPY --from=node x y\n',
  };
  expect(uses('FROM node:22\n', others)).toEqual([
    'Dockerfile node:22',
    'a/Dockerfile docker.io/library/node:20',
    'b/Dockerfile node',
  ]);
});

test('a stage and scratch have none', () => {
  expect(uses('FROM scratch\n')).toEqual([]);
  expect(uses('FROM ${IMAGE}\n')).toEqual([]);
});

test('a variable in the tag does not hide the repository', () => {
  expect(uses('FROM node:${TAG}\n', { 'a/Dockerfile': 'FROM node:1\n' })).toEqual([
    'Dockerfile node:${TAG}',
    'a/Dockerfile node:1',
  ]);
});
