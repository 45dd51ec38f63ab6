import { parseYaml } from '@dockwarden-internal/syntax/yaml/parse-yaml';
import { buildWorld } from './build-world.ts';
import { partAt, partsIn } from './part-at.ts';

const DOCKERFILE = 'ARG V=1\nFROM a AS Build\nRUN one\nFROM b\nRUN two\n';
const COMPOSE = 'name: x\nservices:\n  api:\n    image: one\n  web:\n    image: two\nvolumes:\n  api: {}\n';
const texts: Readonly<Record<string, string>> = { Dockerfile: DOCKERFILE, 'compose.yaml': COMPOSE };

const world = buildWorld({
  fs: { read: (path: string) => texts[path], kind: () => 'file', list: () => [] } as never,
  workspace: { root: '/w', tool: 'folder', projects: [] },
  settings: {},
  files: [
    { path: 'Dockerfile', kind: 'dockerfile' },
    { path: 'compose.yaml', kind: 'compose' },
  ],
  parseYaml,
});

function at(path: string, words: string) {
  const source = path === 'Dockerfile' ? world.dockerfiles[0]!.source : world.composeFiles[0]!.source;
  const start = texts[path]!.indexOf(words);
  return partAt(world, { source, span: { start, end: start + words.length } });
}

test.each([
  ['Dockerfile', 'ARG', {}],
  ['Dockerfile', 'FROM a', { stage: 'build' }],
  ['Dockerfile', 'one', { stage: 'build' }],
  ['Dockerfile', 'two', { stage: '1' }],
  ['compose.yaml', 'name', {}],
  ['compose.yaml', 'image: one', { service: 'api' }],
  ['compose.yaml', 'two', { service: 'web' }],
  ['compose.yaml', 'api: {}', {}],
])('%s at %j is in %j', (path, words, part) => expect(at(path, words)).toEqual(part));

test('the parts of a file', () => {
  expect([...partsIn(world, 'Dockerfile')!]).toEqual(['build', '1']);
  expect([...partsIn(world, 'compose.yaml')!]).toEqual(['api', 'web']);
  expect(partsIn(world, '.dockerignore')).toBeUndefined();
});
