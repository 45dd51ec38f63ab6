import { candidateKind, isPlainName, namedKind } from './candidate-kind.ts';

test.each([
  ['Dockerfile', 'dockerfile'],
  ['a/Dockerfile.prod', 'dockerfile'],
  ['a/all.Dockerfile', 'dockerfile'],
  ['a/all.dockerfile', 'dockerfile'],
  ['Containerfile', 'dockerfile'],
  ['Containerfile-dev', 'dockerfile'],
  ['compose.yaml', 'compose'],
  ['docker.compose.yaml', 'compose'],
  ['dev-compose.yml', 'compose'],
  ['compose.override.yml', 'compose'],
  ['Dockerfile.dockerignore', undefined],
  ['a.Dockerfile.dockerignore', undefined],
  ['Containerfile.containerignore', undefined],
  ['dockerfile', undefined],
  ['.dockerfile', undefined],
  ['Dockerfiles', undefined],
  ['compose.json', undefined],
  ['compose/a.yaml', undefined],
])('%s is %s', (path, kind) => {
  expect(candidateKind(path)).toBe(kind);
});

test('a named file is taken for something in any case', () => {
  expect(namedKind('stack.yml')).toBe('compose');
  expect(namedKind('image.docker')).toBe('dockerfile');
  expect(namedKind('Dockerfile.yml')).toBe('dockerfile');
});

test('plain names are those that tools look for', () => {
  expect(['a/Dockerfile', 'docker-compose.yml', 'Dockerfile.d', 'my-compose.yml'].map(isPlainName)).toEqual([
    true,
    true,
    false,
    false,
  ]);
});
