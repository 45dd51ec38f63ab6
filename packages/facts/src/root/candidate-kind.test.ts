import { candidateKind, candidates, isPlainName, namedKind } from './candidate-kind.ts';

test.each([
  ['Dockerfile', 'dockerfile'],
  ['apps/api/Dockerfile.dev', 'dockerfile'],
  ['api.Dockerfile', 'dockerfile'],
  ['api.dockerfile', 'dockerfile'],
  ['Containerfile', 'dockerfile'],
  ['Containerfile.dev', 'dockerfile'],
  ['a/Dockerfile.prod', 'dockerfile'],
  ['a/all.Dockerfile', 'dockerfile'],
  ['a/all.dockerfile', 'dockerfile'],
  ['Containerfile-dev', 'dockerfile'],
  ['docker.compose.yaml', 'compose'],
  ['dev-compose.yml', 'compose'],
  ['compose.override.yml', 'compose'],
  ['docker-compose.prod.yml', 'compose'],
  ['compose.yaml', 'compose'],
  ['my-compose.yaml', 'compose'],
  ['Dockerfile.dockerignore', undefined],
  ['Containerfile.containerignore', undefined],
  ['.dockerfile', undefined],
  ['dockerfile', undefined],
  ['Dockerfiles/readme', undefined],
  ['compose.yaml.bak', undefined],
  ['a.Dockerfile.dockerignore', undefined],
  ['Dockerfiles', undefined],
  ['compose.json', undefined],
  ['compose/a.yaml', undefined],
])('%s is %s', (path, kind) => expect(candidateKind(path)).toBe(kind));

test('a file that is named on the command line is linted whatever it is called', () => {
  expect(namedKind('build/image.txt')).toBe('dockerfile');
  expect(namedKind('stack.yml')).toBe('compose');
  expect(namedKind('Dockerfile.yaml')).toBe('dockerfile');
  expect(namedKind('image.docker')).toBe('dockerfile');
});

test('plain names are those that can be nothing else', () => {
  expect(['a/Dockerfile', 'docker-compose.yml', 'Containerfile', 'compose.yaml'].every(isPlainName)).toBe(true);
  expect(['Dockerfile.dev', 'api.Dockerfile', 'compose.prod.yaml', 'my-compose.yml'].some(isPlainName)).toBe(false);
});

test('of a list of files the candidates are told', () => {
  expect(candidates(['a.ts', 'Dockerfile', 'compose.yaml', 'Dockerfile.dockerignore'])).toEqual([
    { path: 'Dockerfile', kind: 'dockerfile' },
    { path: 'compose.yaml', kind: 'compose' },
  ]);
});
