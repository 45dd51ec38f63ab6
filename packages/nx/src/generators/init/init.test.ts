import { describe, expect, jest, test } from '@jest/globals';
import { logger, type NxJsonConfiguration, readJson, readNxJson, type Tree, updateJson, writeJson } from '@nx/devkit';
import { createTreeWithEmptyWorkspace } from '@nx/devkit/testing';
import { initGenerator, initWith } from './init.ts';

const snapshot = (tree: Tree) =>
  Object.fromEntries(tree.listChanges().map(({ path, content }) => [path, `${content}`]));
const init = (tree: Tree, options = {}) => initGenerator(tree, { skipFormat: true, ...options });

function warnings(): string[] {
  const lines: string[] = [];
  jest.spyOn(logger, 'warn').mockImplementation((line) => void lines.push(String(line)));
  return lines;
}

describe('init', () => {
  test('registers the plugin and names the package', async () => {
    const tree = createTreeWithEmptyWorkspace();
    await init(tree);
    expect(readNxJson(tree)?.plugins).toEqual([{ plugin: '@dockwarden/nx', options: { targetName: 'docker-lint' } }]);
    expect(readJson(tree, 'package.json').devDependencies).toEqual({ '@dockwarden/nx': '0.0.0' });
  });

  test('registers the plugin also where the workspace has no @nx/devkit', async () => {
    const tree = createTreeWithEmptyWorkspace();
    const callback = await initWith(undefined, tree, {});
    expect(readNxJson(tree)?.plugins).toEqual([{ plugin: '@dockwarden/nx', options: { targetName: 'docker-lint' } }]);
    await callback();
  });

  test('a file that the plugin leaves out is not missed', async () => {
    const tree = createTreeWithEmptyWorkspace();
    for (const folder of ['tools', 'samples']) tree.write(`${folder}/Dockerfile`, 'FROM debian:12\n');
    updateJson(tree, 'nx.json', (nxJson) => ({
      ...nxJson,
      plugins: [{ plugin: '@dockwarden/nx', options: { exclude: ['samples/**'] } }],
    }));
    const lines = warnings();
    await init(tree);
    expect(lines[0]).toMatch(/: tools\/Dockerfile$/);
  });

  test('another name than the one that is registered is not silently dropped', async () => {
    const tree = createTreeWithEmptyWorkspace();
    await init(tree, { targetName: 'images' });
    const lines = warnings();
    for (const targetName of ['images', 'docker-lint', 'x']) await init(tree, { targetName });
    expect(lines).toEqual([
      'nx.json registers the plugin already, and its targetName stays images: change it there to x.',
    ]);
  });

  test('a second run changes nothing', async () => {
    const tree = createTreeWithEmptyWorkspace();
    await init(tree);
    const before = snapshot(tree);
    await init(tree);
    expect(snapshot(tree)).toEqual(before);
  });

  test('a plugin that is registered, in either form, stays as it is', async () => {
    for (const entry of ['@dockwarden/nx', { plugin: '@dockwarden/nx', options: { targetName: 'images' } }]) {
      const tree = createTreeWithEmptyWorkspace();
      updateJson(tree, 'nx.json', (nxJson) => ({ ...nxJson, plugins: [entry] }));
      await init(tree);
      expect(readNxJson(tree)?.plugins).toEqual([entry]);
    }
  });

  test.each<[string, unknown]>([
    ['an object', { build: { cache: true } }],
    ['a list', [{ filter: { target: 'build' }, cache: true }]],
  ])('targetDefaults as %s survive', async (_, targetDefaults) => {
    const tree = createTreeWithEmptyWorkspace();
    updateJson<NxJsonConfiguration>(
      tree,
      'nx.json',
      (nxJson) => ({ ...nxJson, targetDefaults }) as NxJsonConfiguration,
    );
    await init(tree);
    expect(readJson(tree, 'nx.json').targetDefaults).toEqual(targetDefaults);
  });

  test('skipPackageJson and keepExistingVersions leave versions alone', async () => {
    const skipped = createTreeWithEmptyWorkspace();
    await init(skipped, { skipPackageJson: true });
    expect(readJson(skipped, 'package.json').devDependencies).toEqual({});
    const kept = createTreeWithEmptyWorkspace();
    updateJson(kept, 'package.json', (manifest) => ({
      ...manifest,
      devDependencies: { '@dockwarden/nx': '~0.0.0-rc.1' },
    }));
    await init(kept, { keepExistingVersions: true });
    expect(readJson(kept, 'package.json').devDependencies).toEqual({ '@dockwarden/nx': '~0.0.0-rc.1' });
  });
});

describe('files outside of projects', () => {
  function workspace() {
    const tree = createTreeWithEmptyWorkspace();
    writeJson(tree, 'apps/api/project.json', { name: 'api' });
    tree.write('apps/api/Dockerfile', 'FROM node:22\n');
    tree.write('tools/Dockerfile', 'FROM scratch\n');
    tree.write('tools/process-compose.yaml', 'processes: {}\n');
    return tree;
  }

  test('are named, with the remedy', async () => {
    const lines = warnings();
    await init(workspace());
    expect(lines.join('\n')).toContain('belongs to no project of Nx and so to no docker-lint: tools/Dockerfile\n');
    expect(lines.join('\n')).toContain('--rootProject');
  });

  test('a root project is made only when asked for, and once', async () => {
    const tree = workspace();
    await init(tree);
    expect(tree.exists('project.json')).toBe(false);
    const lines = warnings();
    await init(tree, { rootProject: true });
    expect(readJson(tree, 'project.json')).toMatchObject({ name: readJson(tree, 'package.json').name, targets: {} });
    expect(lines).toEqual([]);
  });

  test('its name is free', async () => {
    const tree = workspace();
    updateJson(tree, 'package.json', (manifest) => ({ ...manifest, name: 'api' }));
    await init(tree, { rootProject: true });
    expect(readJson(tree, 'project.json').name).toBe('api-2');
  });
});

test('a script that Nx runs in place of an inferred target is named, with the remedy', async () => {
  const tree = createTreeWithEmptyWorkspace();
  for (const name of ['api', 'lib']) {
    writeJson(tree, `${name}/project.json`, { name });
    writeJson(tree, `${name}/package.json`, {
      name,
      scripts: { 'docker-build': 'x', 'docker-lint': 'x', images: 'x' },
    });
  }
  tree.write('api/Dockerfile', 'FROM node:22\n');
  const lines = warnings();
  await init(tree, { targetName: 'images' });
  expect(lines).toEqual([
    'Nx runs the script images of api/package.json in place of the inferred target: rename the script, or set targetName of the plugin in nx.json.',
    'Nx runs the script docker-build of api/package.json in place of the inferred target: rename the script, or set buildTargetName of the plugin in nx.json.',
  ]);
});
