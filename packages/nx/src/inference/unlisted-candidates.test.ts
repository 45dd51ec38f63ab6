import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { temporaryWorkspace } from '../testing/temporary-workspace.ts';
import { unlistedCandidates } from './unlisted-candidates.ts';

test('folders and links to nothing that are called like files to lint', () => {
  const root = temporaryWorkspace({
    'apps/api/Dockerfile': 'FROM scratch\n',
    'apps/web/Dockerfile/notes.txt': '',
    'apps/web/docker.Dockerfile/notes.txt': '',
    'apps/web/src/main.ts': '',
  });
  for (const [to, at] of [
    ['nowhere', 'apps/api/compose.yaml'],
    ['nowhere', 'apps/api/notes.txt'],
    ['Dockerfile', 'apps/api/Containerfile'],
  ] as const)
    symlinkSync(to, join(root, at));
  expect(unlistedCandidates(root, ['.', 'apps/api', 'apps/web', 'apps/api', 'gone'])).toEqual([
    'apps/api/compose.yaml',
    'apps/web/Dockerfile',
  ]);
});
