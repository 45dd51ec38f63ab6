import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { removeTemporaryFolders, temporaryFolder } from '@dockwarden-internal/workspace/testing/temporary-folder';
import { sync } from './sync.ts';

afterEach(removeTemporaryFolders);

const block = (...folders: readonly string[]) =>
  `FROM node:22\n# <dockwarden:manifests>\n${folders.map((folder) => `COPY ${folder}/package.json ./${folder}/\n`).join('')}# </dockwarden:manifests>\nRUN npm ci\n`;

function workspace(dockerfile: string): string {
  return temporaryFolder({
    'package.json': '{"workspaces":["apps/*","libs/*"]}',
    'package-lock.json': '{}',
    'apps/api/package.json': '{"name":"api","dependencies":{"a":"*"}}',
    'apps/api/Dockerfile': dockerfile,
    'libs/a/package.json': '{"name":"a","dependencies":{"b":"*"}}',
    'libs/b/package.json': '{"name":"b"}',
    'libs/c/package.json': '{"name":"c"}',
  });
}

test('blocks get the manifests of what the project needs, directly or not; a second run changes nothing', async () => {
  const cwd = workspace(block('apps/api', 'libs/c'));
  expect(await sync({ cwd, check: true })).toMatchObject({ exit: 1, changes: [{ path: 'apps/api/Dockerfile' }] });
  expect(await sync({ cwd, check: false })).toMatchObject({ exit: 0, changes: [{ state: 'edited' }] });
  expect(readFileSync(join(cwd, 'apps/api/Dockerfile'), 'utf8')).toBe(block('apps/api', 'libs/a', 'libs/b'));
  expect(await sync({ cwd, check: true })).toMatchObject({ exit: 0, changes: [] });
});

test('a configuration that cannot be read changes nothing', async () => {
  const cwd = workspace(block());
  const outcome = await sync({ cwd, check: false, config: 'nowhere.yaml' });
  expect(outcome.exit).toBeGreaterThan(1);
  expect(readFileSync(join(cwd, 'apps/api/Dockerfile'), 'utf8')).toBe(block());
});
