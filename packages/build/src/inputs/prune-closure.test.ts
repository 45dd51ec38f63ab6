import type { ImagesQuery } from '../images/images-query.ts';
import { inputsIn, workspaceOf } from '../testing/workspace-of.ts';

const files = {
  'package.json': '',
  'patches/a.patch': '',
  'tools/x/y': '',
  'apps/README.md': '',
  'apps/api/src/a.ts': '',
  'apps/web/b.ts': '',
  'libs/x/c.ts': '',
  'libs/deep/y/d.ts': '',
  'libs/deep/z/d.ts': '',
};
const projects = {
  api: ['apps/api', '@acme/x', 'y'],
  web: 'apps/web',
  '@acme/x': 'libs/x',
  y: 'libs/deep/y',
  z: 'libs/deep/z',
} as const;

function closure(
  prune: string,
  query: Partial<ImagesQuery> = {},
  rest = 'FROM node\nCOPY --from=pruner /w/out/full /',
  more: Readonly<Record<string, string>> = {},
) {
  const text = `FROM node AS pruner\nWORKDIR /w\nCOPY . .\n${prune}\n${rest}`;
  const inputs = inputsIn(workspaceOf({ ...files, ...more, 'apps/api/Dockerfile': text }, projects), {
    image: 'api',
    config: { images: { api: { dockerfile: 'apps/api/Dockerfile', context: '.' } } },
    ...query,
  });
  return inputs.contexts[0]!.sources[0]!.closure;
}

const api = ['apps/README.md', 'apps/api', 'libs/deep/y', 'libs/x', 'package.json', 'patches', 'tools'];

test.each([
  'RUN npx turbo prune api --docker',
  'RUN turbo prune --scope=api',
  'RUN pnpm --filter api --prod deploy out',
  'RUN npx nx run api:prune',
  'ARG APP=api\nRUN turbo prune $APP --docker',
])('%s leaves the project, what it needs, and what is no project', (prune) => expect(closure(prune)).toEqual(api));

test('what never gets to the builder is no part of it', () => {
  const prune = 'RUN turbo prune api';
  const more = { '.git/HEAD': '', 'node_modules/x/index.js': '', '.env': '' };
  expect(closure(prune, {}, undefined, { ...more, '.dockerignore': '**/node_modules\n.env\n' })).toEqual(
    ['.dockerignore', ...api].sort(),
  );
  expect(closure(prune, {}, undefined, { ...more, '.dockerignore': '*\n!node_modules/x\n' })).toEqual(
    ['.dockerignore', '.env', 'node_modules', ...api].sort(),
  );
});

test('several projects', () => {
  expect(closure('RUN turbo prune z\nRUN turbo prune @acme/x')).toEqual([
    'apps/README.md',
    'libs/deep/z',
    'libs/x',
    'package.json',
    'patches',
    'tools',
  ]);
});

test.each([
  ['nothing is pruned', 'RUN true'],
  ['the project is not told', 'RUN turbo prune $APP'],
  ['it is no project', 'RUN turbo prune nothing'],
  ['a filter takes in more', "RUN pnpm --filter '...api' deploy out"],
  ['a filter is a pattern', "RUN pnpm --filter 'a*' --filter api deploy out"],
])('all of the context, where %s', (_, prune) => expect(closure(prune)).toBeUndefined());

test('all of the context, where the folder is read directly', () => {
  expect(closure('RUN turbo prune api', { overrides: { contextMode: 'direct' } })).toBeUndefined();
});

test('all of the context, where the stage is what ships', () => {
  expect(closure('RUN turbo prune api', {}, '')).toBeUndefined();
  expect(closure('RUN turbo prune api', {}, 'FROM pruner')).toBeUndefined();
  expect(closure('RUN turbo prune api', {}, 'FROM node\nCOPY --from=pruner /w /')).toBeUndefined();
  expect(closure('RUN turbo prune api', {}, 'FROM node\nCOPY --from=pruner / /')).toBeUndefined();
  expect(closure('RUN turbo prune api', {}, 'FROM node\nRUN --mount=from=pruner,target=/x true')).toBeUndefined();
  expect(closure('RUN turbo prune api', {}, 'FROM node\nRUN --mount=from=pruner,source=/w/out,target=/x true')).toEqual(
    api,
  );
});

test('all of the context, where something else widens it', () => {
  const rest = 'FROM node\nRUN --mount=target=/all true\nCOPY --from=pruner /w/out /';
  const text = `FROM node AS pruner\nCOPY . .\nRUN turbo prune api\n${rest}`;
  const { contexts } = inputsIn(workspaceOf({ ...files, 'apps/api/Dockerfile': text }, projects), { image: 'api' });
  expect(contexts[0]!.sources.map((source) => [source.path, source.closure !== undefined])).toEqual([
    ['.', true],
    ['.', false],
  ]);
});
