import { textAt } from '@dockwarden-internal/syntax';
import { findImages } from '../images/find-images.ts';
import type { ImageInputs } from '../model/image-inputs.ts';
import { imagesOf, inputsIn, inputsOfText, workspaceOf } from '../testing/workspace-of.ts';
import { inputsOf } from './inputs-of.ts';

const paths = (inputs: ImageInputs) => inputs.contexts.flatMap(({ sources }) => sources.map(({ path }) => path));
const texts = (inputs: ImageInputs) => inputs.references.map(({ text }) => text);
const why = (lines: ImageInputs['widened']) => lines.map((line) => [textAt(line.place), line.why]);

test('what COPY, ADD and bind mounts read of the context, in file order', () => {
  const inputs = inputsOfText(`
    FROM alpine
    COPY a.txt ./b//c/ /to/
    ADD x.tar /
    RUN --mount=type=bind,source=src,target=/src make
  `);
  expect(inputs.contexts).toMatchObject([
    { directory: '.', ignoreCandidates: ['Dockerfile.dockerignore', '.dockerignore'] },
  ]);
  expect(inputs.contexts[0]!.sources.map(({ path, instruction }) => [path, instruction])).toEqual([
    ['a.txt', 'COPY'],
    ['b/c', 'COPY'],
    ['x.tar', 'ADD'],
    ['src', 'RUN --mount'],
  ]);
});

test('stages that nothing asks for are left out, and so is what they read', () => {
  const inputs = inputsOfText(`
    FROM node AS unused
    COPY unused /
    FROM golang AS build
    COPY src /src
    FROM scratch AS other
    COPY other /
    FROM scratch
    COPY --from=build /src /
  `);
  expect(paths(inputs)).toEqual(['src']);
  expect(texts(inputs)).toEqual(['golang']);
});

test('stages are reached by FROM, by name in any case, by number and by mount', () => {
  const inputs = inputsOfText(`
    FROM a AS One
    COPY one /
    FROM b
    COPY two /
    FROM c AS three
    COPY three /
    FROM one AS four
    FROM four
    COPY --from=1 /x /
    RUN --mount=from=THREE,target=/m true
  `);
  expect(paths(inputs)).toEqual(['one', 'two', 'three']);
});

test('the target stage decides', () => {
  const text = 'FROM a AS one\nCOPY one /\nFROM b\nCOPY two /';
  const world = workspaceOf({ Dockerfile: text });
  const config = { images: { x: { dockerfile: 'Dockerfile', target: 'ONE', context: '.' } } };
  expect(paths(inputsIn(world, { config }))).toEqual(['one']);
});

test('arguments stand in for variables of sources and of FROM, and a variable without value widens to all', () => {
  const text = `
    ARG TAG=20
    FROM node:$TAG
    ARG DIR=default
    COPY \${DIR}/src /src
  `;
  expect(paths(inputsOfText(text))).toEqual(['default/src']);
  const given = inputsOfText(text, { config: { build: { args: { DIR: 'given', TAG: 22, UNDECLARED: 'x' } } } });
  expect(paths(given)).toEqual(['given/src']);
  expect(texts(given)).toEqual(['node:22']);
  expect(given.args).toEqual([{ name: 'DIR', value: 'given', given: true }]);
  const open = inputsOfText('FROM acme/unknown\nARG DIR\nCOPY $DIR/src /src');
  expect(paths(open)).toEqual(['.']);
  expect(why(open.widened)).toEqual([['$DIR/src', expect.stringContaining('variable')]]);
  expect(paths(inputsOfText('FROM scratch\nARG DIR\nCOPY $DIR/src /src'))).toEqual(['src']);
  expect(paths(inputsOfText('FROM scratch\nARG VERSION=1\nCOPY app-$VERSION /src'))).toEqual(['.']);
});

test('a source for each platform', () => {
  const text = 'FROM scratch\nARG TARGETARCH\nCOPY bin-$TARGETARCH /bin';
  const both = inputsOfText(text, { config: { build: { platforms: ['linux/amd64', 'linux/arm64'] } } });
  expect(paths(both)).toEqual(['bin-amd64', 'bin-arm64']);
  expect(both.meaning).toContain('platform linux/arm64');
  expect(paths(inputsOfText(text, {}, { builderPlatform: 'linux/s390x' }))).toEqual(['bin-s390x']);
  expect(paths(inputsOfText(text))).toEqual(['.']);
});

test('patterns, parents, excludes; heredocs read nothing', () => {
  const inputs = inputsOfText(`
    # syntax=docker/dockerfile:1
    FROM alpine
    COPY --parents --exclude=*.md --exclude=x/** libs/*/package.json ./a/./b/ /
    COPY <<EOF /file
    hello
    EOF
    RUN --mount=type=bind,source=s[1],target=/s true
  `);
  expect(inputs.contexts[0]!.sources).toMatchObject([
    { path: 'libs/*/package.json', pattern: true, excludes: ['*.md', 'x/**'], parents: true, pivot: '.' },
    { path: 'a/b', pattern: false, parents: true, pivot: 'a' },
    { path: 's[1]', pattern: false, excludes: [] },
  ]);
  expect(inputs.references.map(({ use, text }) => [use, text])).toEqual([
    ['frontend', 'docker/dockerfile:1'],
    ['from', 'alpine'],
  ]);
  expect(inputs.widened).toEqual([]);
});

test('what is excluded from a source that is not known is not told', () => {
  const inputs = inputsOfText(
    'FROM acme/unknown\nARG DIR\nCOPY --exclude=lib $DIR /\nCOPY --parents --exclude=x a$DIR/b /',
  );
  expect(inputs.contexts[0]!.sources.map(({ excludes, pivot }) => [excludes, pivot])).toEqual([
    [[], undefined],
    [[], undefined],
  ]);
});

test('a mount without source, and a frontend that is not Docker’s, read everything', () => {
  const mount = inputsOfText('FROM alpine\nRUN --mount=type=bind,target=/c true');
  expect(paths(mount)).toEqual(['.']);
  expect(why(mount.widened)).toEqual([['--mount=type=bind,target=/c', expect.stringContaining('without source')]]);
  const frontend = inputsOfText('# syntax=acme/frontend:2\nFROM alpine');
  expect(paths(frontend)).toEqual(['.']);
  expect(why(frontend.widened)).toEqual([['acme/frontend:2', expect.any(String)]]);
  const given = inputsOfText('FROM alpine', { config: { build: { args: { BUILDKIT_SYNTAX: 'x/y:1' } } } });
  expect(paths(given)).toEqual(['.']);
  expect(given.args).toEqual([{ name: 'BUILDKIT_SYNTAX', value: 'x/y:1', given: true }]);
});

test('triggers of a base widen where they read, or cannot be read', () => {
  const text = 'FROM acme/base:1\nRUN true';
  const asked = (triggers: readonly string[] | null | undefined) =>
    inputsOfText(text, {}, { onbuildOf: () => triggers });
  expect(paths(asked(['COPY . /all']))).toEqual(['.']);
  expect(paths(asked(['RUN --mount=target=/c make']))).toEqual(['.']);
  expect(paths(asked(null))).toEqual(['.']);
  expect(asked(['COPY --from=build /a /b', 'RUN true']).contexts).toEqual([]);
  expect(asked(undefined).contexts).toEqual([]);
  expect(why(asked(['ADD x /']).widened)[0]![0]).toBe('acme/base:1');
});

test('triggers of a stage of the file are executed in what builds on it', () => {
  expect(paths(inputsOfText('FROM alpine AS a\nONBUILD COPY x /\nFROM a'))).toEqual(['x']);
  expect(inputsOfText('FROM alpine AS a\nONBUILD COPY x /\nFROM a AS b\nFROM b').contexts[0]!.sources).toHaveLength(1);
});

test('references by use and kind', () => {
  const digest = `sha256:${'a'.repeat(64)}`;
  const commit = 'b'.repeat(40);
  const inputs = inputsOfText(`
    FROM --platform=linux/arm64 node:22@${digest}
    COPY --from=nginx:1 /a /
    RUN --mount=from=busybox,target=/b true
    ADD https://example.com/x.tar /
    ADD --checksum=${digest} https://example.com/y.tar /
    ADD https://github.com/acme/x.git#main /
    ADD https://github.com/acme/x.git#${commit}:sub /
  `);
  expect(inputs.references.map(({ use, kind, platform }) => [use, kind, platform])).toEqual([
    ['from', 'pinned', 'linux/arm64'],
    ['copy', 'resolvable', undefined],
    ['mount', 'resolvable', undefined],
    ['url', 'volatile', undefined],
    ['url', 'pinned', undefined],
    ['git', 'volatile', undefined],
    ['git', 'pinned', undefined],
  ]);
  expect(inputs.contexts).toEqual([]);
});

test('secrets, agents, epoch and the builder’s platform', () => {
  const inputs = inputsOfText(
    `
    FROM --platform=$BUILDPLATFORM alpine
    ARG SOURCE_DATE_EPOCH
    RUN --mount=type=secret,id=npm --mount=type=secret,target=/run/token --mount=type=ssh true
  `,
    {},
    { builderPlatform: 'linux/amd64' },
  );
  expect(inputs.secrets).toEqual(['npm', 'token']);
  expect(inputs.ssh).toEqual(['default']);
  expect(inputs.declaresEpoch).toBe(true);
  expect(inputs.readsBuildPlatform).toBe(true);
  expect(inputs.references[0]!.platform).toBe('linux/amd64');
  const none = inputsOfText('FROM alpine\nRUN true\nARG SOURCE_DATE_EPOCH');
  expect([none.declaresEpoch, none.readsBuildPlatform]).toEqual([false, false]);
});

test('a context by name takes the place of a stage, of an image, and has its own ignore file', () => {
  const files = {
    Dockerfile:
      'FROM alpine AS mid\nCOPY inner /\nFROM base:1\nCOPY --from=mid x/y /\nCOPY --from=shared /lib /\nCOPY --from=0 /z /',
    'libs/shared/.dockerignore': 'x',
    'libs/mid/x': '',
  };
  const contexts = {
    mid: 'libs/mid',
    shared: './libs/shared',
    unused: 'libs/unused',
    'base:1': 'docker-image://node:22',
  };
  const inputs = inputsIn(workspaceOf(files), { config: { build: { contexts } } });
  expect(
    inputs.contexts.map(({ name, directory, ignoreFile, sources }) => [
      name,
      directory,
      ignoreFile,
      sources.map(({ path }) => path),
    ]),
  ).toEqual([
    ['mid', 'libs/mid', undefined, ['x/y', 'z']],
    ['shared', 'libs/shared', 'libs/shared/.dockerignore', ['lib']],
  ]);
  expect(inputs.references).toMatchObject([{ text: 'node:22', use: 'context' }]);
});

test.each<[string, string[], string | undefined, string[]]>([
  ['none', [], undefined, ['a/Dockerfile.dockerignore', '.dockerignore']],
  ["the context's", ['.dockerignore'], '.dockerignore', ['a/Dockerfile.dockerignore', '.dockerignore']],
  [
    "the Dockerfile's own, whatever the context's says",
    ['.dockerignore', 'a/Dockerfile.dockerignore'],
    'a/Dockerfile.dockerignore',
    ['a/Dockerfile.dockerignore'],
  ],
])('the ignore file in force: %s', (_, there, ignoreFile, ignoreCandidates) => {
  const files = {
    'a/Dockerfile': 'FROM scratch\nCOPY x /',
    'a/x': '',
    ...Object.fromEntries(there.map((path) => [path, ''])),
  };
  const [context] = inputsIn(workspaceOf(files), {
    config: { images: { a: { dockerfile: 'a/Dockerfile', context: '.' } } },
  }).contexts;
  expect(context?.ignoreFile).toBe(ignoreFile);
  expect(context?.ignoreCandidates).toEqual(ignoreCandidates);
});

const family = {
  'base/Dockerfile': 'FROM alpine\nCOPY x /',
  'base/x': '',
  'api/Dockerfile': 'FROM ws/base:3\nCOPY y /',
  'api/y': '',
};
const projects = { api: 'api', base: 'base' };

test('an image of the workspace is a parent, whatever its tag, unless its digest is named', () => {
  const config = { build: { repository: 'ws/{image}' } };
  const inputs = inputsIn(workspaceOf(family, projects), { image: 'api', config });
  expect([...inputs.parents]).toEqual([['ws/base:3', 'base']]);
  expect(inputs.references).toEqual([]);
  const pinned = { ...family, 'api/Dockerfile': `FROM ws/base@sha256:${'a'.repeat(64)}\nCOPY y /` };
  expect(inputsIn(workspaceOf(pinned, projects), { image: 'api', config }).parents.size).toBe(0);
});

test('a context that says target: is a parent by its own name', () => {
  const files = { ...family, 'api/Dockerfile': 'FROM base\nCOPY y /' };
  const projectOptions = new Map([['api', { contexts: { base: 'target:base' } }]]);
  const inputs = inputsIn(workspaceOf(files, projects), { image: 'api', projectOptions });
  expect([...inputs.parents]).toEqual([['base', 'base']]);
});

test('triggers of a parent read the context of its child', () => {
  const files = { ...family, 'base/Dockerfile': 'FROM alpine\nONBUILD COPY . /all' };
  const inputs = inputsIn(workspaceOf(files, projects), {
    image: 'api',
    config: { build: { repository: 'ws/{image}' } },
  });
  expect(paths(inputs)).toEqual(['.', 'y']);
});

test('images that build on each other are an error of each', () => {
  const files = {
    'a/Dockerfile': 'FROM ws/b',
    'b/Dockerfile': 'FROM ws/c',
    'c/Dockerfile': 'FROM ws/a',
    'd/Dockerfile': 'FROM ws/a',
  };
  const world = workspaceOf(files, { a: 'a', b: 'b', c: 'c', d: 'd' });
  const images = imagesOf(world, { config: { build: { repository: 'ws/{image}' } } });
  const codes = images.map((image) => inputsOf(world, image, images).diagnostics.map(({ message }) => message));
  expect(codes[0]).toEqual(['the image a is built on itself: a → b → c → a']);
  expect(codes.map((each) => each.length)).toEqual([1, 1, 1, 0]);
});

test('an image without a context that it reads, and a FROM without a value, are told', () => {
  const world = workspaceOf({ 'a/Dockerfile': 'FROM alpine\nCOPY nowhere /' }, { a: 'a' });
  const { images } = findImages({ world, config: {} });
  expect(inputsOf(world, images[0]!, images).diagnostics).toMatchObject([{ code: 'inputs/no-context' }]);
  const open = workspaceOf({ Dockerfile: 'ARG BASE\nFROM $BASE' });
  const found = imagesOf(open);
  expect(inputsOf(open, found[0]!, found).diagnostics).toMatchObject([
    { code: 'inputs/unresolved', message: expect.stringContaining('BASE') },
  ]);
});

test('the VERSION of a base is not that of the image', () => {
  const inputs = inputsOfText('ARG VERSION=22\nFROM node:$VERSION\nARG VERSION\nLABEL v=$VERSION\nCOPY x-$VERSION /');
  expect(texts(inputs)).toEqual(['node:22']);
  expect(inputs.args).toEqual([{ name: 'VERSION', value: '22', given: false, namesBase: true }]);
  expect(paths(inputs)).toEqual(['x-22']);
});

test('a source in a stage that is not known widens nothing', () => {
  const inputs = inputsOfText('FROM alpine AS a\nFROM acme/unknown\nARG DIR\nCOPY --from=a $DIR/x /');
  expect([inputs.contexts, inputs.widened]).toEqual([[], []]);
});
