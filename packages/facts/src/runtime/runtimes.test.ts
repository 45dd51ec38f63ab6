import { unknown } from '../kernel/unsure.ts';
import { dockerfileOf, type TestOptions } from '../testing/dockerfile-of.ts';
import { textsAt } from '../testing/texts-at.ts';
import { runtimeClaimsOf } from './runtime-claims.ts';
import { leadingVersion, runtimeNamed, runtimesOf } from './runtimes.ts';

const stage = (text: string, options?: TestOptions) => dockerfileOf(text, options).stages.at(-1)!;
const place = { source: { path: '', text: '', lineStarts: [0] }, span: { start: 0, end: 0 } };

test('runtimesOf: those of the image at the end of the chain', () => {
  expect(runtimesOf(stage('FROM node:22 AS a\nFROM a\n')).map(({ name, version }) => [name, version])).toContainEqual([
    'node',
    '22',
  ]);
  expect(runtimesOf(stage('FROM scratch\n'))).toEqual([]);
  expect(runtimesOf(stage('FROM acme/unknown\n'))).toEqual([]);
});

test('runtimeNamed: there, absent, unknown', () => {
  expect(runtimeNamed(stage('FROM node:22\n'), 'node')).toMatchObject({ name: 'node' });
  expect(runtimeNamed(stage('FROM node:22\n'), 'java')).toBeUndefined();
  expect(runtimeNamed(stage('FROM acme/unknown\n'), 'node')).toBe(unknown);
});

test('leadingVersion says as much as the reference does', () => {
  const leading = (version: string, parts: number) => leadingVersion({ name: 'x', version, place }, parts);
  expect(leading('3.12.7', 2)).toBe('3.12');
  expect(leading('22', 1)).toBe('22');
  expect(leading('22', 2)).toBe(unknown);
  expect(leading('lts', 1)).toBe(unknown);
  expect(leadingVersion({ name: 'x', version: unknown, place }, 1)).toBe(unknown);
});

describe('runtimeClaimsOf', () => {
  const manifest = '{ "engines": { "node": ">=20" } }';
  const claim = { runtime: 'node', range: '>=20', file: 'package.json', span: { start: 24, end: 28 } };
  const project = { name: 'api', root: '.', tags: [], manifests: [], lockfiles: [], dependencies: [], closure: [] };
  const claims = (text: string, engines = [claim]) =>
    runtimeClaimsOf(
      stage(text, { files: { 'package.json': manifest }, workspace: { projects: [{ ...project, engines }] } }),
    );

  test('a version that fits, one that does not', () => {
    expect(claims('FROM node:22\n')).toMatchObject([{ runtime: 'node', satisfied: true, file: 'package.json' }]);
    expect(claims('FROM node:22\n', [{ ...claim, range: '<20' }])).toMatchObject([{ satisfied: false }]);
    expect(textsAt(claims('FROM node:22\n'))).toEqual(['>=20']);
  });

  test('a runtime that the image is known not to have is not asked for', () => {
    expect(claims('FROM debian:12\n')).toEqual([]);
    expect(claims('FROM node:22\n', [{ ...claim, runtime: 'python' }])).toEqual([]);
  });

  test('is unknown under an unknown base', () => {
    expect(claims('FROM acme/unknown\n')).toMatchObject([{ satisfied: unknown }]);
  });

  test('there are none outside of a project', () => {
    expect(runtimeClaimsOf(stage('FROM node:22\n'))).toEqual([]);
  });
});
