import { buildWorld } from '@dockwarden-internal/facts';
import { parseYaml } from '@dockwarden-internal/syntax/yaml/parse-yaml';
import { planPins } from './plan-pins.ts';

const digest = (letter: string) => `sha256:${letter.repeat(64)}`;

/** A registry in which every tag is `b…`, except what is named. */
async function pins(files: Readonly<Record<string, string>>, registry: Readonly<Record<string, string>> = {}) {
  const world = buildWorld({
    fs: { read: (path) => files[path], kind: (path) => (path in files ? 'file' : undefined), list: () => [] },
    workspace: { root: '/w', tool: 'folder', projects: [] },
    settings: {},
    files: Object.keys(files).map((path) => ({ path, kind: path.endsWith('.yaml') ? 'compose' : 'dockerfile' })),
    parseYaml,
  });
  const asked: string[] = [];
  const plan = await planPins({
    world,
    own: new Set(['ghcr.io/acme/base']),
    digestOf: async (name) => {
      asked.push(name);
      return name in registry ? { why: registry[name]! } : { digest: digest('b') };
    },
  });
  return { ...plan, asked, texts: Object.fromEntries(plan.files.map(({ path, after }) => [path, after])) };
}

test('FROM, COPY --from and mounts get the digest behind their tag, and are asked for once', async () => {
  const text =
    'FROM node:22 AS a\nCOPY --from=busybox:1 /x /y\nRUN --mount=type=bind,from=node:22,target=/n ls\nFROM a\nFROM scratch\n';
  const { texts, asked } = await pins({ Dockerfile: text });
  const b = digest('b');
  expect(texts['Dockerfile']).toBe(
    `FROM node:22@${b} AS a\nCOPY --from=busybox:1@${b} /x /y\nRUN --mount=type=bind,from=node:22@${b},target=/n ls\nFROM a\nFROM scratch\n`,
  );
  expect(asked).toEqual(['node:22', 'busybox:1']);
});

test('a digest that moved is replaced, one that did not is left, one without a tag too', async () => {
  const text = `FROM node:22@${digest('a')}\nFROM debian:12@${digest('b')}\nFROM alpine@${digest('a')}\n`;
  const { texts, changes } = await pins({ Dockerfile: text });
  expect(texts['Dockerfile']).toBe(
    `FROM node:22@${digest('b')}\nFROM debian:12@${digest('b')}\nFROM alpine@${digest('a')}\n`,
  );
  expect(changes).toEqual([{ path: 'Dockerfile', line: 1, name: 'node:22', before: digest('a'), after: digest('b') }]);
});

test('a name without tag is the tag latest', async () => {
  expect((await pins({ Dockerfile: 'FROM node\n' })).texts['Dockerfile']).toBe(`FROM node:latest@${digest('b')}\n`);
});

test('an ARG that is the whole reference is edited, one that is a part of it is named', async () => {
  const text = 'ARG BASE=node:22\nARG VERSION=22\nFROM ${BASE}\nFROM node:${VERSION}-slim\nFROM $BASE\n';
  const { texts, notes } = await pins({ Dockerfile: text });
  expect(texts['Dockerfile']).toBe(text.replace('node:22', `node:22@${digest('b')}`));
  expect(notes).toEqual([
    'Dockerfile:4: node:${VERSION}-slim is left: it is put together with VERSION: give the whole reference to one ARG',
  ]);
});

test('services of Compose files too, but not those that are built, and no image of the workspace', async () => {
  const compose =
    'services:\n  db: { image: "postgres:16" }\n  web: { image: acme/web:1, build: . }\n  own: { image: "ghcr.io/acme/base:1" }\n';
  const { texts } = await pins({ 'compose.yaml': compose, Dockerfile: 'FROM ghcr.io/acme/base:2\n' });
  expect(Object.keys(texts)).toEqual(['compose.yaml']);
  expect(texts['compose.yaml']).toBe(compose.replace('postgres:16', `postgres:16@${digest('b')}`));
});

test('what cannot be looked up is named where it stands, and the rest is pinned', async () => {
  const { texts, diagnostics } = await pins(
    { Dockerfile: 'FROM node:22\nFROM gone:1\n' },
    { 'gone:1': 'there is no such image' },
  );
  expect(texts['Dockerfile']).toBe(`FROM node:22@${digest('b')}\nFROM gone:1\n`);
  expect(diagnostics).toMatchObject([
    { message: 'gone:1 cannot be looked up: there is no such image', exit: 3, place: { span: { start: 18 } } },
  ]);
});
