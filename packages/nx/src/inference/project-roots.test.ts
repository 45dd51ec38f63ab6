import { describe, expect, test } from '@jest/globals';
import { temporaryWorkspace } from '../testing/temporary-workspace.ts';
import { findProjectRoots } from './project-roots.ts';

const members = { includes: (folder: string) => folder === 'apps/api' || folder === 'apps/empty' };
const root = temporaryWorkspace({
  'apps/api/package.json': '{}',
  'apps/api/functions/package.json': '{}',
  'apps/web/project.json': '{}',
  'apps/billing/pom.xml': '<project/>',
  'apps/empty/README.md': '',
});

describe('ownerOf', () => {
  test.each([
    ['a package among the members', 'apps/api/Dockerfile', 'apps/api'],
    ['a package.json below it that is no member', 'apps/api/functions/Dockerfile', 'apps/api'],
    ['a project.json', 'apps/web/docker/Dockerfile', 'apps/web'],
    ['a member without a manifest', 'apps/empty/Dockerfile', undefined],
    ['a project of a plugin that nobody vouches for', 'apps/billing/Dockerfile', undefined],
    ['the root, which is no project', 'Dockerfile', undefined],
  ])('%s', (_, file, owner) => {
    expect(findProjectRoots(root, members, []).ownerOf(file)).toBe(owner);
  });

  test('what Nx is told to ignore makes no project', () => {
    const ignoring = temporaryWorkspace({
      '.nxignore': 'libs/x/project.json\nlibs/old\n',
      'libs/x/project.json': '{}',
      'libs/old/project.json': '{}',
      'libs/y/project.json': '{}',
    });
    const roots = findProjectRoots(ignoring, members, []);
    expect(['x', 'old', 'y'].map((name) => roots.ownerOf(`libs/${name}/Dockerfile`))).toEqual([
      undefined,
      undefined,
      'libs/y',
    ]);
  });

  test('projectFiles vouch for projects of other plugins', () => {
    expect(findProjectRoots(root, members, ['pom.xml']).ownerOf('apps/billing/Dockerfile')).toBe('apps/billing');
  });
});
