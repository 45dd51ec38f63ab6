import { execFileSync } from 'node:child_process';
import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { removeTemporaryFolders, temporaryFolder } from '@dockwarden-internal/workspace/testing/temporary-folder';
import { afterAll, describe, expect, test } from '@jest/globals';
import { type AffectedFiles, affectedFiles } from './affected-files.ts';

afterAll(removeTemporaryFolders);

const FILES: Record<string, string> = {
  'package.json': '{ "name": "shop", "workspaces": ["apps/*", "libs/*", "tools"] }',
  'package-lock.json': '{}',
  '.gitignore': 'dist\n',
  'compose.yaml': 'services:\n  web:\n    build: { context: ., dockerfile: apps/web/Dockerfile }\n',
  'apps/api/package.json': '{ "name": "api", "dependencies": { "shared": "*" } }',
  'apps/api/Dockerfile': 'FROM node:22\nCOPY libs/shared ./shared\nCOPY . .\n',
  'apps/api/src/main.ts': '',
  'apps/web/package.json': '{ "name": "web" }',
  'apps/web/Dockerfile': 'FROM nginx:1.29\nCOPY dist /usr/share/nginx/html\n',
  'apps/web/readme.md': '',
  'libs/shared/package.json': '{ "name": "shared" }',
  'libs/shared/index.ts': '',
  'tools/package.json': '{ "name": "tools" }',
  'tools/Dockerfile': 'FROM debian:12\n',
};

function repository() {
  const root = temporaryFolder(FILES);
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], { cwd: root, stdio: 'pipe' });
  git('init', '-q', '-b', 'main');
  git('add', '.');
  git('commit', '-qm', 'first');
  git('checkout', '-qb', 'change');
  return {
    root,
    git,
    write(path: string, text: string) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    },
    async affected(refs: { base?: string; head?: string } = { base: 'main' }, env = {}) {
      const found = await affectedFiles({ cwd: root, refs, env });
      if ('code' in found) throw new Error(found.message);
      return found;
    },
  };
}

const pathsOf = ({ files }: AffectedFiles) => [...files.keys()];

describe('affectedFiles', () => {
  test('nothing changed', async () => {
    const found = await repository().affected();
    expect(pathsOf(found)).toEqual([]);
    expect(found.workspace).toBeUndefined();
  });

  test.each<[string, string, string[]]>([
    ['a Dockerfile', 'tools/Dockerfile', ['tools/Dockerfile']],
    ['a page that nothing reads', 'apps/web/readme.md', []],
    ['what only COPY . takes', 'apps/api/src/main.ts', []],
    ['what a Dockerfile copies', 'libs/shared/index.ts', ['apps/api/Dockerfile']],
    ['the manifest of a dependency', 'libs/shared/package.json', ['apps/api/Dockerfile']],
    ['its own manifest', 'apps/web/package.json', ['apps/web/Dockerfile']],
    ['an ignore file of one', 'tools/Dockerfile.dockerignore', ['tools/Dockerfile']],
    ['the Compose file that builds one', 'compose.yaml', ['apps/web/Dockerfile', 'compose.yaml']],
    ['the Dockerfile that a Compose file builds', 'apps/web/Dockerfile', ['apps/web/Dockerfile', 'compose.yaml']],
    [
      'the configuration',
      'dockwarden.yaml',
      ['apps/api/Dockerfile', 'apps/web/Dockerfile', 'compose.yaml', 'tools/Dockerfile'],
    ],
    [
      'a policy',
      'policies/house/x.policy.yaml',
      ['apps/api/Dockerfile', 'apps/web/Dockerfile', 'compose.yaml', 'tools/Dockerfile'],
    ],
    ["hadolint's configuration", 'apps/.hadolint.yaml', ['apps/api/Dockerfile', 'apps/web/Dockerfile']],
  ])('%s', async (_, path, expected) => {
    const { write, affected } = repository();
    write(path, `${FILES[path] ?? ''}\n# changed\n`);
    expect(pathsOf(await affected())).toEqual(expected);
  });

  test('with the path and the one name that it matches', async () => {
    const { write, affected } = repository();
    write('libs/shared/index.ts', 'changed');
    const { files, workspace } = await affected();
    expect(files.get('apps/api/Dockerfile')).toEqual({ path: 'libs/shared/index.ts', glob: 'libs/shared/**/*' });
    expect(workspace).toEqual({ path: 'libs/shared/index.ts', glob: 'libs/shared/**/*' });
  });

  test('commits and the files as they are both count; with a head only commits do', async () => {
    const { write, git, affected } = repository();
    write('tools/Dockerfile', 'FROM debian:13\n');
    git('commit', '-qam', 'second');
    write('apps/web/package.json', '{}');
    expect(pathsOf(await affected())).toEqual(['apps/web/Dockerfile', 'tools/Dockerfile']);
    expect(pathsOf(await affected({ base: 'main', head: 'HEAD' }))).toEqual(['tools/Dockerfile']);
    expect(pathsOf(await affected({}, { NX_BASE: 'HEAD' }))).toEqual(['apps/web/Dockerfile']);
  });

  test('in a Turborepo its variables name the base and the head, after those of Nx', async () => {
    const { write, git, affected } = repository();
    write('turbo.json', '{}');
    git('add', '-A');
    git('commit', '-qm', 'second');
    write('tools/Dockerfile', 'FROM debian:13\n');
    git('commit', '-qam', 'third');
    write('apps/web/package.json', '{}');
    const turborepo = { TURBO_SCM_BASE: 'HEAD~1', TURBO_SCM_HEAD: 'HEAD' };
    expect(pathsOf(await affected({}, turborepo))).toEqual(['tools/Dockerfile']);
    expect(pathsOf(await affected({}, { ...turborepo, NX_BASE: 'HEAD' }))).toEqual(['apps/web/Dockerfile']);
  });

  test('a link that was cut affects the file that it led to', async () => {
    const { root, affected } = repository();
    rmSync(join(root, 'compose.yaml'));
    const found = await affected();
    expect(pathsOf(found)).toEqual(['apps/web/Dockerfile']);
    expect(found.workspace?.path).toBe('compose.yaml');
  });

  test('a folder of a project that comes or goes, and no other', async () => {
    const { root, write, git, affected } = repository();
    write('apps/web/public/logo.svg', '');
    write('apps/api/src/more/deep.ts', '');
    const found = await affected();
    expect(found.files).toEqual(
      new Map([['apps/web/Dockerfile', { path: 'apps/web/public', glob: 'apps/web/public' }]]),
    );
    expect(found.workspace?.path).toBe('apps/web/public');
    git('add', '-A');
    git('commit', '-qm', 'second');
    rmSync(join(root, 'apps/web/public'), { recursive: true });
    expect(pathsOf(await affected({ base: 'HEAD' }))).toEqual(['apps/web/Dockerfile']);
  });

  test('a pack that a pack extends, and a package of the workspace that is one', async () => {
    const { root, write, git, affected } = repository();
    const pack = (id: string, more = '') => `dockwarden: pack/v1\nid: house/${id}\npolicies: {}\n${more}`;
    write('dockwarden.yaml', 'dockwarden: config/v1\nextends: ["./cfg/my pack.yaml", rules]\n');
    write('cfg/my pack.yaml', pack('my', 'extends: [./base.yaml]\n'));
    write('cfg/base.yaml', pack('base'));
    write('libs/rules/package.json', '{ "name": "rules" }');
    write('libs/rules/pack.yaml', pack('rules'));
    write('.gitignore', 'dist\nnode_modules\n');
    mkdirSync(join(root, 'node_modules'));
    symlinkSync('../libs/rules', join(root, 'node_modules/rules'));
    git('add', '-A');
    git('commit', '-qm', 'second');
    const all = ['apps/api/Dockerfile', 'apps/web/Dockerfile', 'compose.yaml', 'tools/Dockerfile'];
    for (const path of ['cfg/base.yaml', 'libs/rules/pack.yaml']) {
      write(path, `${pack(path.includes('rules') ? 'rules' : 'base')}# changed\n`);
      expect(pathsOf(await affected({ base: 'HEAD' }))).toEqual(all);
      git('checkout', '-q', '--', path);
    }
  });

  test('the context of an image of the configuration', async () => {
    const { root, write, git, affected } = repository();
    write('dockwarden.yaml', 'dockwarden: config/v1\nimages: { t: { dockerfile: tools/Dockerfile, context: ctx } }\n');
    write('tools/Dockerfile', 'FROM debian:12\nCOPY a.txt /\n');
    write('ctx/a.txt', '');
    git('add', '-A');
    git('commit', '-qm', 'second');
    rmSync(join(root, 'ctx/a.txt'));
    expect(pathsOf(await affected({ base: 'HEAD' }))).toEqual(['tools/Dockerfile']);
  });

  test('a file that Compose files extend by way of another, now or before', async () => {
    const { write, git, affected } = repository();
    const service = (what: string) => `services:\n  web:\n    ${what}\n`;
    write('compose.yaml', service('extends: { file: one.yml, service: web }'));
    write('one.yml', service('extends: { file: two.yml, service: web }'));
    write('two.yml', service('build: { context: ., dockerfile: apps/web/Dockerfile }'));
    git('add', '-A');
    git('commit', '-qm', 'second');
    write('two.yml', service('image: nginx:1.29'));
    expect(pathsOf(await affected({ base: 'HEAD' }))).toEqual(['apps/web/Dockerfile', 'compose.yaml']);
  });

  test('what a Dockerfile is a link to', async () => {
    const { root, write, git, affected } = repository();
    mkdirSync(join(root, 'apps/lnk'));
    symlinkSync('../../tools/base.txt', join(root, 'apps/lnk/Dockerfile'));
    write('tools/base.txt', 'FROM debian:12\n');
    git('add', '-A');
    git('commit', '-qm', 'second');
    write('tools/base.txt', 'FROM debian:13\n');
    expect(pathsOf(await affected({ base: 'HEAD' }))).toEqual(['apps/lnk/Dockerfile']);
  });

  test('a deleted Dockerfile is for the policies of the workspace alone', async () => {
    const { root, affected } = repository();
    rmSync(join(root, 'tools/Dockerfile'));
    const found = await affected();
    expect(pathsOf(found)).toEqual([]);
    expect(found.workspace?.path).toBe('tools/Dockerfile');
  });

  test('a renamed Dockerfile, and a copied file that is gone', async () => {
    const { root, git, affected } = repository();
    renameSync(join(root, 'tools/Dockerfile'), join(root, 'tools/Dockerfile.old'));
    rmSync(join(root, 'libs/shared/index.ts'));
    git('add', '-A');
    expect(pathsOf(await affected())).toEqual(['apps/api/Dockerfile', 'tools/Dockerfile.old']);
  });

  test('what cannot be compared is a sentence', async () => {
    const { root } = repository();
    const ask = (refs: { base?: string }) => affectedFiles({ cwd: root, refs, env: {} });
    expect(await ask({ base: 'gone' })).toMatchObject({ code: 'affected/ref', exit: 2 });
    expect(await ask({})).toMatchObject({ code: 'affected/base', exit: 2 });
    const folder = temporaryFolder({ Dockerfile: 'FROM scratch\n' });
    expect(await affectedFiles({ cwd: folder, refs: {}, env: {} })).toMatchObject({
      message: 'The workspace is in no git repository.',
      hint: expect.stringContaining('leave out --affected'),
      exit: 3,
    });
  });
});
