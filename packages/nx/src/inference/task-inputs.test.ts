import { takeNotes } from '@dockwarden-internal/run/lint-inputs/file-notes';
import { surveyOf } from '@dockwarden-internal/run/lint-inputs/survey';
import { describe, expect, test } from '@jest/globals';
import { ENDED, FRESH_FIX, taskInputs } from './task-inputs.ts';

function inputsOf(root: string, allRoots: readonly string[] = [root], name = 'Dockerfile') {
  const file = root === '.' ? name : `${root}/${name}`;
  const notes = new Map([[file, takeNotes(file, 'FROM debian:12\nCOPY src libs/x ./\n')]]);
  return taskInputs(
    { root, files: [file] },
    surveyOf('/nowhere', notes, {
      groups: [],
      bakes: {},
      configured: { files: [], globs: [], contexts: {}, waiverEnds: [] },
    }),
    allRoots,
  );
}

describe('taskInputs', () => {
  test('what lies in the project is said from there, the rest from the workspace', () => {
    const inputs = inputsOf('apps/api');
    expect(inputs).toContain('{projectRoot}/Dockerfile');
    expect(inputs).toContain('{projectRoot}/src/**/*');
    expect(inputs).toContain('{projectRoot}/project.json');
    expect(inputs).toContain('{workspaceRoot}/libs/x/**/*');
    expect(inputs).toContain('{workspaceRoot}/dockwarden.yaml');
    expect(inputs.filter((input) => typeof input === 'string' && input.startsWith('{workspaceRoot}/apps/api'))).toEqual(
      [],
    );
  });

  test('what is said from the workspace is the same for projects that copy nothing else', () => {
    const shared = (root: string) =>
      inputsOf(root).filter((input) => typeof input === 'string' && input.startsWith('{workspaceRoot}'));
    expect(shared('apps/api')).toEqual(shared('apps/web'));
  });

  test.each([
    ['the root, to which files of all projects may belong', '.', ['.']],
    ['a root with signs of globs, which Nx fills in as they are', 'apps/[api]', ['apps/[api]']],
  ])('%s says all from the workspace', (_, root, allRoots) => {
    const own = inputsOf(root, allRoots).filter((input) => typeof input === 'string');
    expect(own.filter((input) => input.startsWith('{projectRoot}'))).toEqual([]);
  });

  test('what lies in another project further down is said from the workspace', () => {
    const inputs = inputsOf('apps/api', ['apps/api', 'apps/api/src']);
    expect(inputs).toContain('{workspaceRoot}/apps/api/src/**/*');
    expect(inputs).toContain('{projectRoot}/Dockerfile');
  });

  test('a Dockerfile further down may lie in a project that only another plugin knows', () => {
    const inputs = inputsOf('apps/api', ['apps/api'], 'docker/Dockerfile');
    expect(inputs).toContain('{workspaceRoot}/apps/api/docker/Dockerfile');
    expect(inputs).toContain('{workspaceRoot}/apps/api/docker/Dockerfile.dockerignore');
  });

  test('manifests of what it depends on, and the marks of a run with --fix and of the day', () => {
    expect(inputsOf('apps/api').filter((input) => typeof input !== 'string')).toEqual([
      { fileset: '{projectRoot}/package.json', dependencies: true },
      { fileset: '{projectRoot}/project.json', dependencies: true },
      { env: FRESH_FIX },
      { env: ENDED },
    ]);
  });
});
