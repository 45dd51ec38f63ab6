import { appendFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { removeTemporaryFolders, temporaryFolder } from '@dockwarden-internal/workspace/testing/temporary-folder';
import { sync } from '../sync/sync.ts';
import { init } from './init.ts';

afterEach(removeTemporaryFolders);

const shop = () =>
  temporaryFolder({
    'package.json': '{"name":"shop","workspaces":["apps/*","libs/*"],"devDependencies":{"turbo":"2.11.11"}}',
    'turbo.json': '{"tasks":{"build":{}}}',
    '.gitignore': 'dist\n',
    'apps/api/package.json': '{"name":"api"}',
    'apps/api/Dockerfile': 'FROM node:22\nCOPY apps/api/src /app\n',
    'apps/api/src/main.js': '',
    'apps/web/package.json': '{"name":"web"}',
    'libs/a/x.js': '',
  });
const json = (cwd: string, path: string) => JSON.parse(readFileSync(join(cwd, path), 'utf8'));
const changed = async (cwd: string, check = true) =>
  (await sync({ cwd, check })).changes.map(({ path, state }) => `${state} ${path}`);
const ready = async () => {
  const cwd = shop();
  await init({ cwd, dryRun: false, force: false });
  expect(await sync({ cwd, check: true })).toMatchObject({ exit: 0, changes: [] });
  return cwd;
};

test('where nothing was set up, nothing is written', async () => {
  expect(await changed(shop())).toEqual([]);
});

test('a COPY line more is an input more, of the image and of lint', async () => {
  const cwd = await ready();
  appendFileSync(join(cwd, 'apps/api/Dockerfile'), 'COPY libs/a /a\nCOPY apps/web/dist /web\n');
  expect(await sync({ cwd, check: true })).toMatchObject({ exit: 1 });
  expect(await changed(cwd, false)).toEqual([
    'edited apps/api/package.json',
    'edited apps/api/turbo.json',
    'edited turbo.json',
  ]);
  expect(json(cwd, 'apps/api/package.json').scripts['docker-build']).toMatch(/--trust-generated$/);
  const task = json(cwd, 'apps/api/turbo.json').tasks['docker-build'];
  expect(task.inputs).toContain('$TURBO_ROOT$/libs/a/**');
  expect(task.dependsOn).toEqual(['web#build']);
  expect(await changed(cwd)).toEqual([]);
});

test('a Dockerfile more is a task more, and one less is one less', async () => {
  const cwd = await ready();
  writeFileSync(join(cwd, 'apps/web/Dockerfile'), 'FROM node:22\nCOPY package.json /\n');
  expect(await changed(cwd, false)).toEqual(['edited apps/web/package.json', 'new apps/web/turbo.json']);
  rmSync(join(cwd, 'apps/web/Dockerfile'));
  rmSync(join(cwd, 'apps/api/Dockerfile'));
  expect(await changed(cwd)).toContain('removed apps/web/turbo.json');
  const path = join(cwd, 'apps/api/turbo.json');
  writeFileSync(path, readFileSync(path, 'utf8').replace('"tasks": {', '"tasks": {\n    "test": {},'));
  await sync({ cwd, check: false });
  expect(existsSync(join(cwd, 'apps/web/turbo.json'))).toBe(false);
  expect(json(cwd, 'apps/web/package.json').scripts).toEqual({});
  expect(json(cwd, 'apps/api/turbo.json').tasks).toEqual({ test: {} });
  expect(json(cwd, 'apps/api/package.json').scripts).toEqual({});
  expect(await changed(cwd)).toEqual([]);
});

test('what is not ours stays, and so do tasks when a turbo.json cannot be read', async () => {
  const cwd = await ready();
  writeFileSync(join(cwd, 'apps/web/package.json'), '{"name":"web","scripts":{"docker-build":"make image"}}');
  writeFileSync(join(cwd, 'apps/web/Dockerfile'), 'FROM node:22\n');
  await sync({ cwd, check: false });
  expect(json(cwd, 'apps/web/package.json').scripts).toEqual({
    'docker-build': 'make image',
    'docker-push': 'dockwarden push --project web',
  });
  expect(await changed(cwd)).toEqual([]);
  writeFileSync(join(cwd, 'apps/api/turbo.json'), '{"extends":["//"] "tasks": {}}');
  expect(await sync({ cwd, check: true })).toMatchObject({
    exit: 2,
    changes: [],
    diagnostics: [{ code: 'workspace/json' }],
  });
});

test('a block of manifests that is written anew counts at once', async () => {
  const cwd = await ready();
  const block = '# <dockwarden:manifests>\nCOPY apps/api/package.json ./apps/api/\n# </dockwarden:manifests>\n';
  writeFileSync(join(cwd, 'package-lock.json'), '{}');
  appendFileSync(join(cwd, 'apps/api/Dockerfile'), block);
  await sync({ cwd, check: false });
  writeFileSync(join(cwd, 'apps/web/package.json'), '{"name":"web","version":"1.0.0"}');
  const path = join(cwd, 'apps/api/package.json');
  writeFileSync(path, readFileSync(path, 'utf8').replace('"name":', '"dependencies": {"web":"*"}, "name":'));
  expect(await changed(cwd, false)).toEqual(['edited apps/api/Dockerfile', 'edited apps/api/turbo.json']);
  expect(json(cwd, 'apps/api/turbo.json').tasks['docker-build'].inputs).toContain('$TURBO_ROOT$/apps/web/package.json');
  expect(await changed(cwd)).toEqual([]);
});
