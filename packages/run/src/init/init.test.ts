import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { removeTemporaryFolders, temporaryFolder } from '@dockwarden-internal/workspace/testing/temporary-folder';
import { init } from './init.ts';

afterEach(removeTemporaryFolders);

const run = (cwd: string, more = {}) => init({ cwd, dryRun: false, force: false, ...more });
const json = (cwd: string, path: string) => JSON.parse(readFileSync(join(cwd, path), 'utf8'));

const shop = (more: Record<string, string> = {}, turbo = '2.11.11') =>
  temporaryFolder({
    'package.json': `{"name":"shop","workspaces":["apps/*","libs/*"],"devDependencies":{"turbo":"${turbo}"}}`,
    'turbo.json': '{"tasks":{"build":{}}}',
    '.gitignore': 'dist\n',
    'apps/api/package.json': '{"name":"@shop/api"}',
    'apps/api/Dockerfile': 'FROM node:22\nCOPY apps/api/src /app\nCOPY libs/a ./a\nCOPY apps/web/dist ./web\n',
    'apps/api/src/main.js': '',
    'apps/web/package.json': '{"name":"web"}',
    'libs/a/package.json': '{"name":"a"}',
    ...more,
  });

describe('Turborepo', () => {
  test('a task for all files, two for each package with an image; a second run changes nothing', async () => {
    const cwd = shop();
    expect(await run(cwd)).toMatchObject({ exit: 0, written: true, tool: 'Turborepo 2.11.11', notes: [] });
    expect(json(cwd, 'package.json').scripts).toEqual({ 'docker-lint': 'dockwarden lint' });
    expect(json(cwd, 'apps/api/package.json').scripts).toEqual({
      'docker-build': 'dockwarden build --project @shop/api --trust-generated',
      'docker-push': 'dockwarden push --project @shop/api --trust-generated',
    });
    const task = {
      inputs: [
        ...['Dockerfile', 'Dockerfile.dockerignore', 'package.json', 'src/**', '$TURBO_ROOT$/.dockerignore'],
        ...['$TURBO_ROOT$/libs/a/**', '!$TURBO_ROOT$/**/dist/**', '!$TURBO_ROOT$/**/{.turbo,node_modules}'],
        ...['!$TURBO_ROOT$/**/{.turbo,node_modules}/**', '$TURBO_ROOT$/dockwarden.yaml'],
      ],
      dependsOn: ['web#build'],
    };
    expect(json(cwd, 'apps/api/turbo.json')).toEqual({
      extends: ['//'],
      tasks: { 'docker-build': task, 'docker-push': task },
    });
    const { tasks, futureFlags } = json(cwd, 'turbo.json');
    expect(futureFlags).toEqual({ affectedUsingTaskInputs: true });
    expect(tasks['docker-build']).toMatchObject({ cache: false });
    expect(tasks['//#docker-lint'].inputs).toEqual(expect.arrayContaining(['policies/**', 'apps/api/src/**']));
    expect(existsSync(join(cwd, 'apps/web/turbo.json'))).toBe(false);
    expect(await run(cwd)).toMatchObject({ exit: 0, changes: [], written: false });
  });

  test('a root below that of git: what is ignored from above is made, and not looked at', async () => {
    const files = {
      '.git/HEAD': 'ref: refs/heads/main\n',
      '.gitignore': 'dist\n',
      'js/package.json': '{"name":"shop","workspaces":["apps/*"],"devDependencies":{"turbo":"2.11.11"}}',
      'js/turbo.json': '{"tasks":{"build":{}}}',
      'js/apps/web/package.json': '{"name":"web"}',
      'js/apps/web/Dockerfile': 'FROM node:22\nCOPY apps/web ./src\nCOPY apps/web/dist ./web\n',
    };
    const cwd = join(temporaryFolder(files), 'js');
    expect(await run(cwd)).toMatchObject({ exit: 0, root: cwd });
    const { inputs, dependsOn } = json(cwd, 'apps/web/turbo.json').tasks['docker-build'];
    expect(dependsOn).toEqual(['build']);
    expect(inputs).toContain('!$TURBO_ROOT$/**/dist/**');
  });

  test('a dry run writes nothing', async () => {
    const cwd = shop();
    expect(await run(cwd, { dryRun: true })).toMatchObject({ exit: 0, written: false });
    expect(existsSync(join(cwd, 'dockwarden.yaml'))).toBe(false);
  });

  test.each([
    ['2.4.4', '../../libs/a/**', /Turborepo 2\.4\.4/],
    ['latest', '../../libs/a/**', /Nothing tells which Turborepo/],
    ['^2.9.0', '$TURBO_ROOT$/libs/a/**', /as package\.json asks for it/],
  ])('Turborepo %s is told nothing that it does not know', async (version, input, note) => {
    const cwd = shop({}, version);
    const { notes } = await run(cwd);
    expect(notes).toEqual([expect.stringMatching(note)]);
    expect(json(cwd, 'turbo.json').futureFlags).toBeUndefined();
    expect(json(cwd, 'apps/api/turbo.json').tasks['docker-build'].inputs).toContain(input);
    writeFileSync(
      join(cwd, 'package.json'),
      readFileSync(join(cwd, 'package.json'), 'utf8').replace(version, '2.11.0'),
    );
    await run(cwd);
    expect(json(cwd, 'turbo.json').futureFlags).toBeDefined();
    // What a package says already is kept in its form.
    expect(json(cwd, 'apps/api/turbo.json').tasks['docker-build'].inputs).toContain(input);
  });

  test('scripts and tasks that say something else are left, the rest is written, and force replaces them', async () => {
    const cwd = shop({
      'turbo.json': '{"tasks":{"//#docker-lint":{"inputs":["x"]},"docker-build":{"cache":true},"build":{}}}',
      'apps/api/package.json': '{"name":"@shop/api","scripts":{"docker-build":"docker build ."}}',
    });
    const outcome = await run(cwd);
    expect(outcome).toMatchObject({
      exit: 1,
      left: [
        { path: 'apps/api/package.json', names: ['docker-build'] },
        { path: 'turbo.json', names: ['//#docker-lint', 'docker-build'] },
      ],
    });
    expect(outcome.differences.map(({ path }) => path)).toEqual(['apps/api/package.json', 'turbo.json']);
    expect(json(cwd, 'turbo.json').tasks['//#docker-lint']).toEqual({ inputs: ['x'] });
    expect(json(cwd, 'apps/api/package.json').scripts['docker-build']).toBe('docker build .');
    expect(json(cwd, 'apps/api/package.json').scripts['docker-push']).toMatch(/^dockwarden push/);
    expect(await run(cwd, { force: true })).toMatchObject({ exit: 0, left: [] });
    expect(json(cwd, 'turbo.json').tasks['docker-build'].cache).toBe(false);
    expect(await run(cwd)).toMatchObject({ exit: 0, changes: [] });
  });

  test('what somebody has added to ours stays', async () => {
    const cwd = shop();
    await run(cwd);
    const path = join(cwd, 'apps/api/turbo.json');
    const text = readFileSync(path, 'utf8')
      .replaceAll(
        '"$TURBO_ROOT$/dockwarden.yaml"',
        '"$TURBO_ROOT$/dockwarden.yaml", // and ours:\n        "$TURBO_ROOT$/mine"',
      )
      .replaceAll('["web#build"]', '["web#build", "generate"]');
    writeFileSync(path, text);
    writeFileSync(
      join(cwd, 'apps/api/package.json'),
      '{"name":"@shop/api","scripts":{"docker-build":"dockwarden build --explain --project old --trust-generated","docker-push":"dockwarden push"}}',
    );
    expect(await run(cwd)).toMatchObject({ exit: 0, changes: [{ path: 'apps/api/package.json' }] });
    expect(json(cwd, 'apps/api/package.json').scripts).toEqual({
      'docker-build': 'dockwarden build --explain --project @shop/api --trust-generated',
      'docker-push': 'dockwarden push --project @shop/api --trust-generated',
    });
  });

  test('a folder that is no package belongs to the root, which has tasks of its own', async () => {
    const cwd = shop({ 'tools/x/Dockerfile': 'FROM scratch\nCOPY tools/x/a /\n', 'tools/x/a': '' });
    await run(cwd);
    const { tasks } = json(cwd, 'turbo.json');
    expect(tasks['//#docker-build']).toMatchObject({ cache: false, inputs: expect.arrayContaining(['tools/x/a']) });
    expect(json(cwd, 'package.json').scripts['docker-build']).toBe('dockwarden build --project shop');
  });
});

test.each([
  [
    'npm',
    { 'package-lock.json': '{}' },
    ['npm install', 'npx dockwarden setup --all', 'npm run docker-lint', 'npm run docker-build'],
  ],
  [
    'pnpm',
    { 'pnpm-lock.yaml': '', 'a/Dockerfile': 'FROM scratch\n' },
    ['pnpm install', 'pnpm run docker-lint', 'pnpm run docker-build'],
  ],
  [
    'yarn',
    { 'yarn.lock': '' },
    expect.arrayContaining(['yarn install', 'yarn dockwarden setup --all', 'yarn docker-lint']),
  ],
  [
    'bun',
    { 'bun.lock': '' },
    expect.arrayContaining(['bun install', 'bunx dockwarden setup --all', 'bun run docker-lint']),
  ],
])('a workspace of %s, and a single package, have scripts', async (tool, files, next) => {
  for (const manifest of ['{"name":"r","workspaces":["a"]}', '{"name":"r"}']) {
    const cwd = temporaryFolder({ 'package.json': manifest, ...(files as Record<string, string>) });
    expect(await run(cwd)).toMatchObject({ exit: 0, tool, next });
    expect(json(cwd, 'package.json')).toMatchObject({
      scripts: {
        'docker-lint': 'dockwarden lint',
        'docker-build': 'dockwarden build',
        'docker-push': 'dockwarden push',
      },
      devDependencies: { dockwarden: expect.stringMatching(/^\d/) },
    });
    expect(readFileSync(join(cwd, 'dockwarden.yaml'), 'utf8')).toMatch(/^dockwarden: config\/v1\n/);
    expect(await run(cwd)).toMatchObject({ changes: [] });
  }
});

test('a folder without package.json gets a configuration alone, and one that is there is kept', async () => {
  const cwd = temporaryFolder({ 'go.mod': 'module x\n' });
  expect(await run(cwd)).toMatchObject({ exit: 0, changes: [{ path: 'dockwarden.yaml', state: 'new' }] });
  const configured = temporaryFolder({ 'dockwarden.yaml': 'dockwarden: config/v1\n' });
  expect(await run(configured)).toMatchObject({ exit: 0, changes: [] });
});

test('another version of the product is named, and kept', async () => {
  const cwd = temporaryFolder({ 'package.json': '{"devDependencies":{"dockwarden":"0.0.1"}}' });
  expect((await run(cwd)).notes).toEqual([expect.stringMatching(/asks for dockwarden 0\.0\.1/)]);
  const linked = temporaryFolder({ 'package.json': '{"dependencies":{"dockwarden":"file:x.tgz"}}' });
  expect((await run(linked)).notes).toEqual([]);
});

test.each<[string, Record<string, string>, string | RegExp]>([
  ['Nx', { 'nx.json': '{}', 'package.json': '{}' }, 'init/nx'],
  ['Turborepo 1', { 'turbo.json': '{"pipeline":{}}', 'package.json': '{}' }, 'init/json'],
  ['a turbo.json with an error', { 'turbo.json': '{"tasks":{} "a"}', 'package.json': '{}' }, 'workspace/json'],
  ['tasks that are a list', { 'turbo.json': '{"tasks":[]}', 'package.json': '{}' }, 'init/json'],
  ['a package.json that is none', { 'package.json': 'hello' }, 'workspace/json'],
  ['that of a package', { 'package.json': '{"workspaces":["a"]}', 'a/package.json': 'hello' }, 'workspace/json'],
  ['an empty one', { 'package.json': '' }, 'workspace/json'],
  ['a list', { 'package.json': '[]' }, 'init/json'],
  ['depth', { 'package.json': '['.repeat(5000) }, 'workspace/json'],
  ['scripts that are none', { 'package.json': '{"scripts":1}' }, 'init/json'],
])('%s is one sentence, and nothing is written', async (_, files, code) => {
  const cwd = temporaryFolder(files);
  const outcome = await run(cwd);
  expect(outcome).toMatchObject({ exit: 2, changes: [], diagnostics: [{ code }] });
  for (const [path, text] of Object.entries(files)) expect(readFileSync(join(cwd, path), 'utf8')).toBe(text);
  expect(existsSync(join(cwd, 'dockwarden.yaml'))).toBe(false);
});
