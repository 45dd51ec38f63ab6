import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { removeTemporaryFolders } from '@dockwarden-internal/workspace/testing/temporary-folder';
import { afterAll, expect, test } from '@jest/globals';
import { pushFaults } from './push-faults.ts';
import { plannedRepository } from './testing/planned-repository.ts';

afterAll(removeTemporaryFolders);

const FILES = {
  'package.json': '{ "name": "shop", "workspaces": ["apps/*"] }',
  '.gitignore': '*.log\n',
  'apps/base/package.json': '{ "name": "base" }',
  'apps/base/Dockerfile': 'FROM scratch\nCOPY apps/base/src /src\n',
  'apps/base/src/a': '1',
  'apps/api/package.json': '{ "name": "api" }',
  'apps/api/Dockerfile': 'FROM acme/base\nCOPY apps/api/run.sh /\n',
  'apps/api/run.sh': 'echo',
  'dockwarden.yaml': [
    'dockwarden: config/v1',
    'build: { repository: "acme/{image}", tags: ["{date}", "{date:YYYYMMDD-HHmmss}"] }',
    'images:',
    ...['base', 'api'].map(
      (name) => `  ${name}: { dockerfile: apps/${name}/Dockerfile, project: ${name}, context: . }`,
    ),
    '',
  ].join('\n'),
};

test('tags have the date of the commit, to the second where they ask for it', async () => {
  const { plan, git } = plannedRepository(FILES);
  const { planned } = await plan();
  const date = new Date(Number(git('log', '-1', '--format=%ct')) * 1000).toISOString();
  const second = date.slice(0, 19).replace(/[-:]/g, '').replace('T', '-');
  expect(planned.get('base')!.tags.references).toEqual([`acme/base:${date.slice(0, 10)}`, `acme/base:${second}`]);
});

test('what is untracked or ignored below a base makes the images on it dirty, and no other', async () => {
  const { plan, write } = plannedRepository(FILES);
  expect((await plan()).planned.get('api')!.plan.stamp.dirty).toBe(false);
  write('apps/base/src/new', '1');
  write('apps/base/src/a.log', '1');
  const { planned } = await plan();
  expect(planned.get('api')!.dirty).toEqual([
    { path: 'apps/base/src/a.log', how: 'ignored' },
    { path: 'apps/base/src/new', how: 'untracked' },
  ]);
  expect(planned.get('api')!.plan.stamp.dirty).toBe(true);
  write('apps/api/run.sh', 'changed');
  expect((await plan({ images: ['base'] })).planned.get('base')!.dirty).toHaveLength(2);
});

test('a push that is refused names the first files', async () => {
  const { plan, write } = plannedRepository(FILES);
  write('apps/api/run.sh', 'changed');
  for (const name of ['b', 'c', 'd', 'e', 'f']) write(`apps/base/src/${name}`, '1');
  const { planned } = await plan({ push: true });
  const [base, api] = pushFaults(planned, {});
  expect(base).toMatchObject({ code: 'push/dirty', exit: 2 });
  expect(base!.message).toMatch(/would name: apps\/base\/src\/b \(untracked\), .*apps\/base\/src\/f \(untracked\)$/);
  expect(api!.message).toMatch(/apps\/api\/run\.sh \(modified\).* and 1 more$/);
});

test('a source that a sparse checkout leaves out is called so', async () => {
  const { plan, git } = plannedRepository(FILES);
  git('sparse-checkout', 'set', '--no-cone', '/*', '!/apps/base/src');
  const { diagnostics } = await plan({ images: ['base'] });
  expect(diagnostics).toMatchObject([
    { code: 'build/source-sparse', hint: expect.stringContaining('git sparse-checkout add apps/base/src') },
  ]);
});

test('where the disk does not tell what may be executed, the index does', async () => {
  const { plan, git, root } = plannedRepository(FILES);
  const modeOf = async () => {
    const { plan: made } = (await plan({ images: ['api'] })).planned.get('api')!;
    return made.contexts[0]!.entries.find(({ path }) => path === 'apps/api/run.sh')!.mode;
  };
  chmodSync(join(root, 'apps/api/run.sh'), 0o755);
  expect(await modeOf()).toBe(0o755);
  git('config', 'core.fileMode', 'false');
  expect(await modeOf()).toBe(0o644);
  git('update-index', '--chmod=+x', 'apps/api/run.sh');
  chmodSync(join(root, 'apps/api/run.sh'), 0o644);
  expect(await modeOf()).toBe(0o755);
});
