import { candidateKind } from '@dockwarden-internal/workspace/candidate-kind';
import { expect, test } from '@jest/globals';
import { Minimatch } from 'minimatch';
import { CANDIDATE_GLOB } from './candidate-files.ts';

const glob = new Minimatch(CANDIDATE_GLOB);

test.each([
  'Dockerfile',
  'Dockerfile.dev',
  'api.Dockerfile',
  'api.dockerfile',
  'Containerfile',
  'Containerfile.prod',
  'compose.yaml',
  'docker-compose.prod.yml',
  'my-compose.yml',
])('the glob finds %s, here and deep down', (name) => {
  expect(candidateKind(name)).toBeDefined();
  expect(glob.match(name)).toBe(true);
  expect(glob.match(`deep/down/${name}`)).toBe(true);
});

test.each(['src/dockerfile.ts', 'compose.json', 'README.md'])('it does not find %s', (name) => {
  expect(glob.match(name)).toBe(false);
});
