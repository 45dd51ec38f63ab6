import { expect, test } from '@jest/globals';
import { FsTree } from 'nx/src/generators/tree';
import { temporaryWorkspace } from '../../testing/temporary-workspace.ts';
import { syncGenerator } from './sync.ts';

const treeOf = (files: Record<string, string>) => new FsTree(temporaryWorkspace({ 'nx.json': '{}', ...files }), false);

test('a workspace without marked blocks is in step', async () => {
  expect(await syncGenerator(treeOf({}))).toEqual({});
});

test('under a broken configuration nothing is said to be in step', async () => {
  const tree = treeOf({ 'dockwarden.yaml': 'dockwarden: config/v1\nextnds: x\n' });
  await expect(syncGenerator(tree)).rejects.toThrow(/^ *dockwarden\.yaml:2:1 /m);
});
