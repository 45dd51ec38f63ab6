import { describe, expect, test } from '@jest/globals';
import { Minimatch } from 'minimatch';
import { CANDIDATE_GLOB, candidateKind } from './candidate-files.ts';

describe('candidateKind', () => {
  test.each([
    ['Dockerfile', 'dockerfile'],
    ['apps/api/Dockerfile', 'dockerfile'],
    ['apps/api/Dockerfile.dev', 'dockerfile'],
    ['docker/api.Dockerfile', 'dockerfile'],
    ['docker/api.dockerfile', 'dockerfile'],
    ['Containerfile', 'dockerfile'],
    ['Containerfile.prod', 'dockerfile'],
    ['compose.yaml', 'compose'],
    ['docker-compose.prod.yml', 'compose'],
    ['Dockerfile.dockerignore', undefined],
    ['Containerfile.containerignore', undefined],
    ['api.Dockerfile.dockerignore', undefined],
    ['src/dockerfile.ts', undefined],
    ['compose.json', undefined],
  ])('%s is %s', (path, kind) => {
    expect(candidateKind(path)).toBe(kind);
  });

  test('the glob finds all that the name promises', () => {
    const glob = new Minimatch(CANDIDATE_GLOB);
    const names = ['Dockerfile', 'Dockerfile.dev', 'a.Dockerfile', 'a.dockerfile', 'Containerfile.x', 'my-compose.yml'];
    expect(names.filter((name) => !glob.match(name) || !glob.match(`deep/down/${name}`))).toEqual([]);
  });
});
