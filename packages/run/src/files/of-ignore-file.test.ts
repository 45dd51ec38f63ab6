import { ofIgnoreFile } from './of-ignore-file.ts';

const files = ['Dockerfile', 'apps/api/Dockerfile', 'apps/api/dev.Dockerfile', 'apps/web/Dockerfile'].map((path) => ({
  path,
  kind: 'dockerfile' as const,
}));

test.each([
  ['apps/api/Dockerfile.dockerignore', ['apps/api/Dockerfile']],
  ['apps/api/dev.Dockerfile.containerignore', ['apps/api/dev.Dockerfile']],
  ['apps/api/prod.Dockerfile.dockerignore', []],
  ['Dockerfile.dockerignore', ['Dockerfile']],
  ['apps/api/.dockerignore', ['apps/api/Dockerfile', 'apps/api/dev.Dockerfile']],
  ['apps/.containerignore', ['apps/api/Dockerfile', 'apps/api/dev.Dockerfile', 'apps/web/Dockerfile']],
  ['.dockerignore', files.map(({ path }) => path)],
  ['apps/api/Dockerfile', undefined],
  ['.gitignore', undefined],
])('%s: %j', (path, expected) =>
  expect(ofIgnoreFile(path, [...files, { path: 'compose.yaml', kind: 'compose' }])).toEqual(expected),
);
