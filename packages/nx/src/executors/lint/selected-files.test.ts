import { expect, test } from '@jest/globals';
import { selectedFiles } from './selected-files.ts';

const lint = (...files: string[]) => ({ executor: '@dockwarden/nx:lint', options: { files } });
const nodes = {
  shop: { data: { targets: { 'docker-lint': lint('Dockerfile') } } },
  api: { data: { targets: { images: lint('apps/api/Dockerfile', 'apps/old/Dockerfile'), lint: { executor: 'x' } } } },
  web: { data: {} },
};
const files = (exclude: readonly string[]) =>
  selectedFiles({
    projectGraph: { nodes, dependencies: {} } as never,
    nxJsonConfiguration: { plugins: [{ plugin: '@dockwarden/nx', options: { exclude } }] },
  });

test('the files of all lint targets, where the plugin leaves some out', () => {
  expect(files(['apps/old/**'])).toEqual(['Dockerfile', 'apps/api/Dockerfile']);
});

test('none are listed where it leaves out nothing', () => {
  expect(files([])).toBeUndefined();
});
