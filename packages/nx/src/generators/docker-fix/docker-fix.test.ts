import { describe, expect, jest, test } from '@jest/globals';
import { logger, updateJson, writeJson } from '@nx/devkit';
import { createTreeWithEmptyWorkspace } from '@nx/devkit/testing';
import { fakeLinter, reportOf } from '../../testing/fake-linter.ts';
import { planFixes } from './docker-fix.ts';

const before = 'FROM node:22\nMAINTAINER me\n';
const after = 'FROM node:22\n';
const changed = [{ path: 'apps/api/Dockerfile', before, after }];

function workspace() {
  const tree = createTreeWithEmptyWorkspace();
  writeJson(tree, 'apps/api/project.json', { name: 'api' });
  tree.write('apps/api/Dockerfile', before);
  return tree;
}

describe('docker-fix', () => {
  test('writes the plan to the tree and asks the linter to touch no disk', async () => {
    const tree = workspace();
    const linter = fakeLinter({ changed });
    await planFixes(tree, { project: 'api', unsafe: true }, linter);
    expect(tree.read('apps/api/Dockerfile', 'utf8')).toBe(after);
    expect(linter.asked).toEqual([{ cwd: tree.root, paths: ['apps/api'], fix: true, dryRun: true, unsafe: true }]);
  });

  test('without a project, the whole workspace, and safe fixes only', async () => {
    const linter = fakeLinter();
    const tree = workspace();
    jest.spyOn(logger, 'info').mockImplementation(() => {});
    await planFixes(tree, {}, linter);
    expect(linter.asked).toEqual([{ cwd: tree.root, fix: true, dryRun: true, unsafe: false }]);
  });

  test('of a project, neither what a project below it owns nor what the plugin leaves out', async () => {
    const tree = workspace();
    writeJson(tree, 'apps/api/worker/project.json', { name: 'worker' });
    const paths = ['apps/api/Dockerfile', 'apps/api/worker/Dockerfile', 'apps/api/samples/Dockerfile'];
    for (const path of paths) tree.write(path, before);
    const all = paths.map((path) => ({ path, before, after }));
    updateJson(tree, 'nx.json', (nxJson) => ({
      ...nxJson,
      plugins: [{ plugin: '@dockwarden/nx', options: { exclude: ['**/samples/**'] } }],
    }));
    await planFixes(tree, { project: 'api' }, fakeLinter({ changed: all }));
    expect(paths.map((path) => tree.read(path, 'utf8'))).toEqual([after, before, before]);
    await planFixes(tree, {}, fakeLinter({ changed: all.slice(1) }));
    expect(paths.map((path) => tree.read(path, 'utf8'))).toEqual([after, after, before]);
  });

  test('a file that another generator changed is left alone', async () => {
    const tree = workspace();
    const warn = jest.spyOn(logger, 'warn').mockImplementation(() => {});
    tree.write('apps/api/Dockerfile', 'FROM node:24\n');
    await planFixes(tree, {}, fakeLinter({ changed }));
    expect(tree.read('apps/api/Dockerfile', 'utf8')).toBe('FROM node:24\n');
    expect(warn.mock.calls.flat().join()).toContain('apps/api/Dockerfile is left alone');
  });

  test('an unknown project is an error that names it', async () => {
    await expect(planFixes(workspace(), { project: 'nope' }, fakeLinter())).rejects.toThrow("'nope'");
  });

  test('a broken configuration is an error, and nothing is written', async () => {
    const tree = workspace();
    const broken = { code: 'config/syntax', message: 'a key is missing', path: 'dockwarden.yaml', exit: 2 as const };
    const linter = fakeLinter({ changed, report: reportOf([], [broken]), exitCode: 2 });
    await expect(planFixes(tree, {}, linter)).rejects.toThrow('dockwarden.yaml: a key is missing');
    expect(tree.read('apps/api/Dockerfile', 'utf8')).toBe(before);
  });
});
