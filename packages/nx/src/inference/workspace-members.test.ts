import { describe, expect, test } from '@jest/globals';
import { temporaryWorkspace } from '../testing/temporary-workspace.ts';
import { readWorkspaceMembers } from './workspace-members.ts';

const FOLDERS = ['.', 'apps/api', 'apps/old', 'libs/a/b', 'tools'];

async function members(files: Record<string, string>, everyManifest = false): Promise<string[]> {
  const found = await readWorkspaceMembers(temporaryWorkspace(files), everyManifest);
  return FOLDERS.filter((folder) => found.includes(folder));
}

const manifest = (content: unknown) => ({ 'package.json': JSON.stringify(content) });

describe('readWorkspaceMembers', () => {
  test.each<[string, Record<string, string>, string[]]>([
    ['a list', manifest({ workspaces: ['apps/*', './tools/'] }), ['apps/api', 'apps/old', 'tools']],
    ['the long form', manifest({ workspaces: { packages: ['libs/**'] } }), ['libs/a/b']],
    ['an exclusion', manifest({ workspaces: ['apps/*', '!apps/old'] }), ['apps/api']],
    ['only exclusions: the rest, the root too', manifest({ workspaces: ['!apps/**'] }), ['.', 'libs/a/b', 'tools']],
    ['pnpm', { 'pnpm-workspace.yaml': 'packages:\n  - "apps/*"\n  - "!apps/old"\n' }, ['apps/api']],
    [
      'every folder, the root too',
      manifest({ workspaces: ['**', '!tools'] }),
      ['.', 'apps/api', 'apps/old', 'libs/a/b'],
    ],
    ['every folder, with pnpm', { 'pnpm-workspace.yaml': 'packages: ["**"]\n' }, FOLDERS],
    ['every folder below one', manifest({ workspaces: ['tools/**'] }), ['tools']],
    ['lerna without packages', { 'lerna.json': '{}' }, []],
    ['a root that calls itself a project', manifest({ nx: {} }), ['.']],
    ['a root that does not', manifest({ name: 'shop' }), []],
    ['nothing', {}, []],
    ['broken files', { 'package.json': '{', 'pnpm-workspace.yaml': 'packages: [' }, []],
    ['values of the wrong type', manifest({ workspaces: [1, null, { packages: 3 }] }), []],
  ])('%s', async (_, files, expected) => {
    expect(await members(files)).toEqual(expected);
  });

  test('with the plugin for every package.json, all folders', async () => {
    expect(await members({}, true)).toEqual(['apps/api', 'apps/old', 'libs/a/b', 'tools']);
  });
});
