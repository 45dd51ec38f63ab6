import { expect, test } from '@jest/globals';
import { task } from '../../testing/fake-linter.ts';
import type { LintTask } from './lint-task.ts';
import { taskFinder } from './task-finder.ts';

const api = task('api');
const web = task('web', { files: ['apps/web/Dockerfile', 'compose.yaml'] });
const e2e = task('e2e', { files: ['compose.yaml', 'apps/web/docker'] });
const root = { ...task('shop'), root: '.', options: { files: [] } };

const named = (tasks: readonly LintTask[]) => tasks.map(({ project }) => project);

test.each<[string, string, string[], string[]]>([
  ['one that looks at the folder', 'apps/api/docker/Dockerfile', [], ['api']],
  ['all that look at the file, in their order', 'compose.yaml', [], ['web', 'e2e']],
  ['one that looks at a folder of another project', 'apps/web/docker/Dockerfile', ['web'], ['e2e']],
  ['those of the projects named, in their order', '.dockerignore', ['web', 'api', 'web'], ['api', 'web']],
  ['the nearest project', 'apps/web/.dockerignore', ['ghost'], ['web']],
  ['none, where that has no task here', 'libs/ui/Dockerfile', [], []],
  ['not one whose name begins alike', 'apps/web-admin/Dockerfile', [], ['shop']],
  ['the root, of what lies nowhere else', 'dockwarden.waivers.yaml', [], ['shop']],
  ['the root, of what lies outside', '../policies/own.yaml', [], ['shop']],
  ['the root, of what lies on another drive', '/policies/own.yaml', [], ['shop']],
])('owners: %s', (_, path, projects, expected) => {
  const { ownersOf } = taskFinder([api, web, e2e, root], ['libs/ui', 'apps/api']);
  expect(named(ownersOf(path, projects))).toEqual(expected);
});

test('where no project is near, all own', () => {
  expect(named(taskFinder([api, web]).ownersOf('dockwarden.waivers.yaml'))).toEqual(['api', 'web']);
});

test('what lies at the root concerns all, though there is a task of the root', () => {
  const { concernedBy } = taskFinder([api, web, root]);
  expect(named(concernedBy('dockwarden.yaml'))).toEqual(['api', 'web', 'shop']);
  expect(named(concernedBy('apps/web/policies/own.yaml'))).toEqual(['web']);
  expect(named(concernedBy('compose.yaml'))).toEqual(['web']);
});
