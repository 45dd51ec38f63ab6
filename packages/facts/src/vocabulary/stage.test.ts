import { textAt } from '@dockwarden-internal/syntax';
import { unknown, unresolved } from '../kernel/unsure.ts';
import type { Instruction, Stage } from '../model/dockerfile.ts';
import type { Image } from '../model/image.ts';
import { dockerfileOf, type TestOptions } from '../testing/dockerfile-of.ts';
import { placeText, readFact } from '../testing/read-fact.ts';
import { dockerfileKind } from './dockerfile.ts';
import { stageKind } from './stage.ts';

const stage = (text: string, options?: TestOptions) => dockerfileOf(text, options).stages.at(-1)!;
const read = (text: string, property: string, options?: TestOptions) =>
  readFact(stageKind, stage(text, options), property);
const open = (text: string, property: string) => stageKind.properties[property]!.open!(stage(text));

test('names and numbers', () => {
  expect(read('FROM node AS Build\n', 'name')).toBe('Build');
  expect(placeText(stageKind, stage('FROM node AS Build\n'), 'name')).toBe('Build');
  expect(read('FROM node\n', 'name')).toBeUndefined();
  expect(read('FROM node\nFROM node\n', 'label')).toBe('stage 1');
  expect(read('FROM node\nFROM node\n', 'index')).toBe(1);
  expect(read('RUN ls\n', 'implicit')).toBe(true);
  expect(read('FROM node\n', 'implicit')).toBe(false);
  expect(read('FROM node AS x\n', 'text')).toBe('FROM node AS x');
  expect(read('RUN ls\n', 'text')).toBeUndefined();
});

test('base, root and parent', () => {
  const text = 'FROM node:22 AS a\nFROM a\n';
  expect((read(text, 'base') as Image).kind).toBe('stage');
  expect((read(text, 'root') as Image).text).toBe('node:22');
  expect((read(text, 'parent') as Stage).index).toBe(0);
  expect(read('FROM scratch\n', 'root')).toBeUndefined();
  expect(read('FROM node\n', 'parent')).toBeUndefined();
  expect(read('ARG X\nFROM $X\n', 'root')).toBe(unknown);
  expect(read('RUN ls\n', 'base')).toBeUndefined();
});

test.each([
  ['libc', 'glibc', 'musl', 'none'],
  ['packageManager', 'apt', 'apk', 'none'],
  ['variant', 'slim', 'alpine', undefined],
])('%s of the root image', (property, debian, alpine, scratch) => {
  expect(read('FROM node:22-slim AS a\nFROM a\n', property)).toBe(debian);
  expect(read('FROM alpine:3.22\n', property)).toBe(alpine);
  expect(read('FROM scratch\n', property)).toBe(scratch);
  expect(read('FROM acme/unknown\n', property)).toBe(unknown);
});

test('runtimes', () => {
  expect(read('FROM node:22\n', 'node')).toMatchObject({ version: '22' });
  expect(read('FROM python:3.12-slim\n', 'python')).toMatchObject({ version: '3.12' });
  expect(read('FROM node:22\n', 'java')).toBeUndefined();
  expect(read('FROM acme/unknown\n', 'node')).toBe(unknown);
});

test('collections say where more may be', () => {
  for (const property of ['env', 'ports', 'programs', 'runtimes']) {
    expect([property, open('FROM acme/unknown\n', property)]).toEqual([property, true]);
    expect([property, open('FROM debian:12\n', property)]).toEqual([property, false]);
  }
  expect(open('FROM debian:12\n', 'labels')).toBe(true);
  expect(open('FROM scratch AS a\nFROM a\n', 'labels')).toBe(false);
});

test('its own instructions of a keyword, triggers left out', () => {
  const text = 'FROM node AS a\nCMD a\nFROM a\nCMD b\nCMD c\nONBUILD CMD d\nUSER x\nHEALTHCHECK NONE\nENTRYPOINT e\n';
  const counts = ['cmds', 'entrypoints', 'healthchecks', 'users'].map(
    (property) => (read(text, property) as Instruction[]).length,
  );
  expect(counts).toEqual([2, 1, 1, 1]);
});

test('its last instruction', () => {
  const last = (text: string) => (read(text, 'lastInstruction') as Instruction | undefined)?.node.logical.text;
  expect(last('FROM node\nRUN a\nONBUILD RUN b\n')).toBe('ONBUILD RUN b');
  expect(last('FROM node\n')).toBe('FROM node');
  expect(last('# nothing\n')).toBeUndefined();
});

test('platform, with its place', () => {
  const text = 'FROM --platform=linux/amd64 node\n';
  expect(read(text, 'platform')).toBe('linux/amd64');
  expect(placeText(stageKind, stage(text), 'platform')).toBe('linux/amd64');
  expect(read('FROM --platform=$TARGETPLATFORM node\n', 'platform')).toBe(unresolved);
});

test('a stage stands at the word that FROM names', () => {
  expect(textAt(stageKind.place(stage('FROM --platform=x node:22 AS y\n'))!)).toBe('node:22');
});

test('project', () => {
  const projects = [
    { name: 'api', root: 'api', tags: [], manifests: [], lockfiles: [], dependencies: [], closure: [] },
  ];
  expect(read('FROM node\n', 'project', { path: 'api/Dockerfile', workspace: { projects } })).toMatchObject({
    model: { name: 'api' },
  });
  expect(read('FROM node\n', 'project', { path: 'web/Dockerfile', workspace: { projects } })).toBeUndefined();
});

test('directives of a Dockerfile', () => {
  const file = dockerfileOf('# syntax=docker/dockerfile:1\n# escape=`\nFROM node\n', { path: 'api/Dockerfile' });
  const value = (property: string) => readFact(dockerfileKind, file, property);
  expect(['path', 'name', 'syntax', 'escape', 'check', 'fragment', 'casing'].map(value)).toEqual([
    'api/Dockerfile',
    'Dockerfile',
    'docker/dockerfile:1',
    '`',
    undefined,
    false,
    'upper',
  ]);
  expect(placeText(dockerfileKind, file, 'syntax')).toBe('docker/dockerfile:1');
  expect(placeText(dockerfileKind, file, 'check')).toBeUndefined();
  expect(readFact(dockerfileKind, dockerfileOf('RUN ls\n'), 'fragment')).toBe(true);
});
