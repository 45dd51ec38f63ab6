import { inputsIn, inputsOfText, workspaceOf } from '../testing/workspace-of.ts';
import { generatedSources } from './generated-sources.ts';
import { inputGlobs } from './input-globs.ts';

test('the Dockerfile, absent ignore files, and each source as file and folder', () => {
  expect(inputGlobs(inputsOfText('FROM alpine\nCOPY src yarn.lock* /'))).toEqual([
    '.dockerignore',
    'Dockerfile',
    'Dockerfile.dockerignore',
    'src',
    'src/**/*',
    'yarn.lock*',
    'yarn.lock*/**/*',
  ]);
});

test('everything is one glob, excludes and ignore files take nothing away', () => {
  const files = { Dockerfile: 'FROM alpine\nCOPY --exclude=*.md . /', '.dockerignore': '*\n!src' };
  expect(inputGlobs(inputsIn(workspaceOf(files)))).toEqual([
    '**/*',
    '.dockerignore',
    'Dockerfile',
    'Dockerfile.dockerignore',
  ]);
});

test('below a folder, and in a named one', () => {
  const files = { 'a/Dockerfile': 'FROM alpine\nCOPY x /\nCOPY --from=libs y/*.js /', 'libs/y': '' };
  const config = { images: { a: { dockerfile: 'a/Dockerfile', context: 'a', contexts: { libs: 'libs' } } } };
  expect(inputGlobs(inputsIn(workspaceOf(files), { config }))).toEqual([
    'a/.dockerignore',
    'a/Dockerfile',
    'a/Dockerfile.dockerignore',
    'a/x',
    'a/x/**/*',
    'libs/.dockerignore',
    'libs/y/*.js',
    'libs/y/*.js/**/*',
  ]);
});

test.each([
  ['RUN --mount=source=app/[id],target=/x true', 'app/?id?'],
  ['RUN --mount=source=a(b){c}!,target=/x true', 'a?b??c??'],
  ['COPY [a-z]x\\\\*y?* /', '?x?y?*'],
  ['COPY --parents libs/**/p.json /', 'libs/**/p.json'],
])('%s reads %s', (line, glob) => {
  expect(inputGlobs(inputsOfText(`FROM alpine\n${line}`))).toContain(glob);
});

test('what a parent reads, its child does', () => {
  const files = {
    'base/Dockerfile': 'FROM alpine\nCOPY package.json /',
    'api/Dockerfile': 'FROM base',
    'package.json': '',
  };
  const world = workspaceOf(files, { api: 'api', base: 'base' });
  const query = { config: { build: { contexts: { base: 'target:base' } } } };
  const base = inputsIn(world, { image: 'base', ...query });
  const api = inputsIn(world, { image: 'api', ...query });
  expect(inputGlobs(api)).toEqual(['api/Dockerfile']);
  expect(inputGlobs(api, { others: new Map([['base', base]]) })).toEqual(
    expect.arrayContaining(['base/Dockerfile', 'package.json']),
  );
});

const projects = ['apps/api', 'libs/x', '.'].map((root) => ({
  name: root === 'libs/x' ? '@acme/x' : root === '.' ? 'root' : 'api',
  root,
  tags: [],
  manifests: [],
  lockfiles: [],
  dependencies: [],
  closure: [],
}));

test('what git ignores is made by the project that its path tells', () => {
  const inputs = inputsOfText(
    'FROM alpine\nCOPY dist/apps/api /a\nCOPY apps/api/dist/*.js /b\nCOPY dist/x dist/unknown src /c\nRUN --mount=target=/all true',
  );
  const ignored = (path: string, isFolder: boolean) =>
    /(^|\/)dist(\/|$)/.test(path) && (isFolder || path.includes('/'));
  const found = generatedSources(inputs, ignored, projects);
  expect(found.map(({ path, project }) => [path, project])).toEqual([
    ['dist/apps/api', 'api'],
    ['apps/api/dist', 'api'],
    ['dist/x', '@acme/x'],
    ['dist/unknown', undefined],
  ]);
  const globs = inputGlobs(inputs, { generated: found });
  expect(globs.filter((glob) => glob.includes('dist'))).toEqual([]);
  expect(globs).toContain('src');
});
