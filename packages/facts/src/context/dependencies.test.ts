import { unknown } from '../kernel/unsure.ts';
import type { ProjectModel } from '../kernel/workspace-model.ts';
import type { Context } from '../model/context.ts';
import { dockerfileOf, type TestOptions } from '../testing/dockerfile-of.ts';
import { contextOf } from './context-of.ts';
import { copiesRoot, localSources } from './copies-root.ts';
import { dependenciesOf } from './dependencies.ts';

const project = (name: string, root: string, closure: readonly string[] = []): ProjectModel => ({
  name,
  root,
  tags: [],
  manifests: [`${root}/package.json`],
  lockfiles: ['package-lock.json'],
  dependencies: closure,
  closure,
});
const projects = [
  project('api', 'apps/api', ['ui', 'db']),
  project('db', 'libs/db'),
  project('ui', 'libs/ui'),
  project('web', 'apps/web'),
];
const files = {
  'package.json': '{}',
  'package-lock.json': '{}',
  'apps/api/package.json': '{}',
  'apps/api/main.ts': '',
  'libs/ui/package.json': '{}',
  'libs/db/package.json': '{}',
};

const dependencies = (text: string, options: TestOptions = {}) => {
  const dockerfile = dockerfileOf(`FROM node:22 AS first\n${text}\n`, {
    path: 'apps/api/Dockerfile',
    files,
    workspace: { projects },
    ...options,
  });
  return dependenciesOf(contextOf(dockerfile) as Context).map(({ project, copied, neededBy }) => [
    project.model.name,
    copied,
    neededBy.run.node.line,
  ]);
};

const HEAD = 'COPY package*.json ./\nCOPY apps/api/package.json apps/api/\n';
const both = (copied: unknown, line: number) => [
  ['ui', copied, line],
  ['db', copied, line],
];

test.each([
  [
    'manifests by name',
    `${HEAD}COPY libs/ui/package.json libs/ui/\nCOPY libs/db/package.json libs/db/\nRUN npm ci`,
    both(true, 6),
  ],
  [
    'an install after pnpm fetch, which reads the lockfile alone',
    `COPY pnpm-lock.yaml ./\nRUN pnpm fetch\n${HEAD}COPY libs ./libs\nRUN pnpm install --offline --frozen-lockfile`,
    both(true, 7),
  ],
  ['a folder above', `${HEAD}COPY libs ./libs\nRUN npm ci`, both(true, 5)],
  ['a pattern with its parents', `${HEAD}COPY --parents libs/*/package.json ./\nRUN npm ci`, both(true, 5)],
  ['a pattern across folders', `${HEAD}COPY --parents ./**/package.json ./\nRUN npm ci`, both(true, 5)],
  ['everything', `${HEAD}COPY . .\nRUN npm ci`, both(true, 5)],
  ['a mount', `${HEAD}RUN --mount=type=bind,source=libs,target=libs npm ci`, both(true, 4)],
  ['a mount of everything', `${HEAD}RUN --mount=type=bind,target=. npm ci`, both(true, 4)],
  ['a prune in the same stage', `${HEAD}RUN npx turbo prune api --docker && npm ci`, both(true, 4)],
  [
    'a prune in another stage',
    `COPY . .\nRUN npx turbo prune api --docker\nFROM node:22\nCOPY --from=first /out/json/ .\nRUN npm ci`,
    both(true, 6),
  ],
  ['a stage that builds on the one with the manifests', `${HEAD}COPY libs libs\nFROM first\nRUN npm ci`, both(true, 6)],
  ['another stage, whole', `${HEAD}COPY . .\nFROM node:22\nCOPY --from=first / /\nRUN npm ci`, both(true, 7)],
])('copied: %s', (_, text, expected) => {
  expect(dependencies(text)).toEqual(expected);
});

test.each([
  ['not at all', `${HEAD}RUN npm ci`, both(false, 4)],
  [
    'only some',
    `${HEAD}COPY libs/ui/package.json libs/ui/\nRUN npm ci`,
    [
      ['ui', true, 5],
      ['db', false, 5],
    ],
  ],
  ['behind the install', `${HEAD}RUN npm ci\nCOPY . .`, both(false, 4)],
  ['in another stage', `${HEAD}COPY . .\nFROM node:22\n${HEAD}RUN npm ci`, both(false, 8)],
  ['left out', `${HEAD}COPY --exclude=libs . .\nRUN npm ci`, both(false, 5)],
  ['a pattern of another depth', `${HEAD}COPY libs/* ./\nCOPY */package.json ./\nRUN npm ci`, both(true, 6)],
  [
    'for one install of two',
    `${HEAD}COPY libs libs\nRUN npm ci\nFROM node:22\n${HEAD}RUN npm ci --omit=dev`,
    both(false, 9),
  ],
])('%s', (_, text, expected) => {
  expect(dependencies(text)).toEqual(expected);
});

test('what the ignore file hides is not copied', () => {
  expect(dependencies(`${HEAD}COPY . .\nRUN npm ci`, { files: { ...files, '.dockerignore': 'libs/db\n' } })).toEqual([
    ['ui', true, 5],
    ['db', false, 5],
  ]);
});

test.each([
  ['a variable', `${HEAD}ARG X\nCOPY $X libs/\nRUN npm ci`, 6],
  ['an image', `${HEAD}COPY --from=acme/manifests:1 / ./\nRUN npm ci`, 5],
  ['a clone', `${HEAD}RUN git clone https://x.org/y\nRUN npm ci`, 5],
])('unknown: %s', (_, text, line) => {
  expect(dependencies(text)).toEqual(both(unknown, line));
});

test.each([
  ['no install', `${HEAD}RUN ls`],
  ['an install of one package', `${HEAD}RUN npm install -g x`],
  ['an install of another ecosystem', `${HEAD}COPY requirements.txt ./\nRUN pip install -r requirements.txt`],
])('nothing is needed: %s', (_, text) => {
  expect(dependencies(text)).toEqual([]);
});

test('a project that needs no other, and a file of no project', () => {
  const text = 'COPY apps/api ./\nRUN npm ci';
  expect(dependencies(text, { path: 'apps/web/Dockerfile' })).toEqual([]);
  expect(dependencies(text, { path: 'Dockerfile', workspace: { projects: projects.slice(1) } })).toEqual([]);
});

describe('all of the context', () => {
  const copies = (line: string) => copiesRoot(dockerfileOf(`FROM a AS b\nFROM a\nARG X\n${line}\n`));

  test.each([
    ['COPY . .', true],
    ['ADD ./ /x', true],
    ['RUN --mount=type=bind,target=/x ls', true],
    ['COPY src ./', false],
    ['COPY --from=b / /', false],
    ['RUN --mount=type=bind,from=b,target=/x ls', false],
    ['ONBUILD COPY . .', false],
    ['COPY $X ./', unknown],
  ])('%s: %s', (line, expected) => {
    expect(copies(line)).toBe(expected);
  });

  test('sources are those of the context', () => {
    const dockerfile = dockerfileOf(
      'FROM a AS b\nCOPY x y /\nADD https://x.org/z /\nCOPY --from=b q /\nONBUILD COPY r /\nADD s /\n',
    );
    expect(localSources(contextOf(dockerfile) as Context).map(({ text }) => text)).toEqual(['x', 'y', 's']);
  });
});
