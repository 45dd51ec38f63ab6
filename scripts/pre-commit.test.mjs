// The hooks for pre-commit select what is linted in a folder, and run from a repository that has dockwarden installed.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { parse } from 'yaml';

const root = join(import.meta.dirname, '..');
const path = join(root, '.pre-commit-hooks.yaml');
const hooks = parse(readFileSync(path, 'utf8'));

describe('the hooks for pre-commit', () => {
  test('are two, of the same files', () => {
    assert.deepEqual(
      hooks.map(({ id, entry }) => [id, entry]),
      [
        ['dockwarden-lint', 'npx --no-install dockwarden lint'],
        ['dockwarden-fix', 'npx --no-install dockwarden lint --fix'],
      ],
    );
    assert.deepEqual([hooks[0].files, hooks[0].exclude], [hooks[1].files, hooks[1].exclude]);
  });

  for (const [name, expected] of [
    ['Dockerfile', true],
    ['apps/api/Dockerfile.worker', true],
    ['api.Dockerfile', true],
    ['docker/web.dockerfile', true],
    ['Containerfile.dev', true],
    ['compose.prod.yaml', true],
    ['deploy/docker-compose.yml', true],
    ['Dockerfile.dockerignore', false],
    ['MyDockerfile', false],
    ['compose/readme.md', false],
    ['src/Dockerfile/x.ts', false],
  ])
    test(`${expected ? 'select' : 'leave'} ${name}`, () => {
      const [{ files, exclude }] = hooks;
      assert.equal(new RegExp(files).test(name) && !new RegExp(exclude).test(name), expected);
    });
});

const isThere = spawnSync('pre-commit', ['--version']).status === 0;

describe('pre-commit itself', { skip: isThere ? false : 'pre-commit is not installed' }, () => {
  let folder;
  const git = (cwd, ...args) =>
    execFileSync('git', ['-c', 'user.name=test', '-c', 'user.email=test@example.org', ...args], { cwd, stdio: 'pipe' });
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'dockwarden-pre-commit-'));
    mkdirSync(join(folder, 'hooks'));
    copyFileSync(path, join(folder, 'hooks/.pre-commit-hooks.yaml'));
    git(join(folder, 'hooks'), 'init', '-q');
    git(join(folder, 'hooks'), 'add', '-A');
    git(join(folder, 'hooks'), 'commit', '-qm', 'hooks');
    mkdirSync(join(folder, 'app/node_modules/.bin'), { recursive: true });
    symlinkSync(join(root, 'packages/cli/bin/dockwarden.js'), join(folder, 'app/node_modules/.bin/dockwarden'));
    writeFileSync(join(folder, 'app/package.json'), '{ "name": "app", "private": true }\n');
    writeFileSync(join(folder, 'app/.gitignore'), 'node_modules\n');
    writeFileSync(join(folder, 'app/Dockerfile'), 'FROM debian:12\nMAINTAINER me\nRUN sudo ls\nUSER app\n');
    writeFileSync(join(folder, 'app/readme.md'), 'FROM debian\n');
    git(join(folder, 'app'), 'init', '-q');
    git(join(folder, 'app'), 'add', '-A');
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  function tryHook(id) {
    const env = { ...process.env, PRE_COMMIT_HOME: join(folder, 'home'), NO_COLOR: '1' };
    const args = ['try-repo', '../hooks', id, '--all-files', '--verbose', '--color', 'never'];
    const { status, stdout, stderr } = spawnSync('pre-commit', args, {
      cwd: join(folder, 'app'),
      env,
      encoding: 'utf8',
    });
    return { status, output: `${stdout}${stderr}` };
  }

  test('dockwarden-lint fails on a finding, and says it', () => {
    const { status, output } = tryHook('dockwarden-lint');
    assert.equal(status, 1, output);
    assert.match(output, /packages\/no-sudo/);
    assert.doesNotMatch(output, /readme\.md/);
  });

  test('dockwarden-fix mends what is safe, and pre-commit sees that files changed', () => {
    const { status, output } = tryHook('dockwarden-fix');
    assert.equal(status, 1, output);
    assert.match(output, /files were modified by this hook/);
    assert.doesNotMatch(readFileSync(join(folder, 'app/Dockerfile'), 'utf8'), /^MAINTAINER/m);
  });
});
