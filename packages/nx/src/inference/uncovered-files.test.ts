import { expect, test } from '@jest/globals';
import { temporaryWorkspace } from '../testing/temporary-workspace.ts';
import { readUncovered, rememberUncovered, uncoveredNotice } from './uncovered-files.ts';

test('what was remembered is read again, until there is nothing any more', () => {
  const root = temporaryWorkspace({});
  expect(readUncovered(root, {})).toEqual([]);
  rememberUncovered(root, {}, ['tools/Dockerfile']);
  expect(readUncovered(root, {})).toEqual(['tools/Dockerfile']);
  rememberUncovered(root, {}, []);
  expect(readUncovered(root, {})).toEqual([]);
});

test('a plugin that is registered twice remembers for each what it saw', () => {
  const root = temporaryWorkspace({});
  const [some, others] = [{ include: ['tools/**'], targetName: 'lint-tools' }, { exclude: ['tools/**'] }];
  rememberUncovered(root, some, ['tools/Dockerfile']);
  rememberUncovered(root, others, []);
  expect(readUncovered(root, some)).toEqual(['tools/Dockerfile']);
  expect(readUncovered(root, others)).toEqual([]);
});

test('the notice names a few, and the remedy', () => {
  expect(uncoveredNotice([])).toEqual([]);
  expect(uncoveredNotice(['a/Dockerfile'])).toEqual([
    '1 file belongs to no project of Nx and so to no docker-lint: a/Dockerfile',
    'A project at the root covers it: nx g @dockwarden/nx:init --rootProject',
  ]);
  expect(uncoveredNotice(['a', 'b', 'c', 'd', 'e', 'f'])[0]).toBe(
    '6 files belong to no project of Nx and so to no docker-lint: a, b, c, d, e, …',
  );
});
