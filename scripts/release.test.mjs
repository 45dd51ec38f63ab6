// What is released: one version everywhere, notes for it, exactly the files that are meant, and workflows that use pinned actions. Needs a build.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, test } from 'node:test';
import { minimatch } from 'minimatch';
import { parse } from 'yaml';
import { PACKAGES } from '../e2e/support/tarballs.mjs';
import { changesOf, isVersion, manifestPaths, setVersion, versionsIn } from './release/versions.mjs';

const root = join(import.meta.dirname, '..');
const readJson = (path) => JSON.parse(readFileSync(join(root, path), 'utf8'));
const { version } = readJson('package.json');
const changelog = readFileSync(join(root, 'CHANGELOG.md'), 'utf8');

describe('the version', () => {
  test('is one', () => {
    assert.ok(isVersion(version));
    assert.deepEqual(
      [...versionsIn(root)].filter(([, each]) => each !== version),
      [],
    );
  });

  test('is what was built, and the plugin depends on exactly it', () => {
    const nx = readJson('packages/nx/dist/package.json');
    assert.equal(nx.version, version);
    assert.deepEqual(nx.dependencies, { dockwarden: version });
    const shown = execFileSync(process.execPath, [join(root, 'packages/cli/bin/dockwarden.js'), '--version']);
    assert.match(String(shown), new RegExp(`\\b${version.replaceAll('.', '\\.')}\\b`));
  });

  test('is set everywhere at once, and nothing else changes', () => {
    const copy = mkdtempSync(join(tmpdir(), 'dockwarden-release-'));
    try {
      for (const path of [...manifestPaths(root), 'package-lock.json']) {
        mkdirSync(dirname(join(copy, path)), { recursive: true });
        cpSync(join(root, path), join(copy, path));
      }
      setVersion(copy, '9.8.7-rc.1');
      assert.deepEqual([...new Set(versionsIn(copy).values())], ['9.8.7-rc.1']);
      setVersion(copy, version);
      for (const path of [...manifestPaths(root), 'package-lock.json'])
        assert.equal(readFileSync(join(copy, path), 'utf8'), readFileSync(join(root, path), 'utf8'), path);
    } finally {
      rmSync(copy, { recursive: true, force: true });
    }
  });

  test('has notes', () => {
    assert.ok(changesOf(changelog, version));
    assert.equal(changesOf('# C\n\n## 1.0.0\n\n- a\n', '1.0'), undefined);
    assert.equal(changesOf('# C\n\n## 1.1.0 (2026-11-21)\n\n- a\n\n## 1.0.0\n\n- b\n', '1.1.0'), '- a');
  });

  test('a tag that is another version is refused', () => {
    const { status, stderr } = spawnSync(
      process.execPath,
      [join(root, 'scripts/pack-release.mjs'), tmpdir(), 'v0.0.0', 'a/b'],
      { encoding: 'utf8' },
    );
    assert.equal(status, 2);
    assert.match(stderr, /the tag v0\.0\.0 is not the version/);
  });
});

describe('packages', () => {
  for (const [name, { mostBytes, files: wanted }] of Object.entries(readJson('scripts/release/packed.json'))) {
    test(`${name} holds the files that are meant, and no more than ${mostBytes} bytes`, () => {
      const said = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
        cwd: join(root, PACKAGES[name][0]),
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      const [{ files, unpackedSize }] = Object.values(JSON.parse(said));
      const paths = files.map(({ path }) => path);
      assert.deepEqual(
        paths.filter((path) => !wanted.some((glob) => minimatch(path, glob))),
        [],
        'not meant',
      );
      assert.deepEqual(
        wanted.filter((glob) => !paths.some((path) => minimatch(path, glob))),
        [],
        'missing',
      );
      assert.ok(unpackedSize <= mostBytes, `${unpackedSize} bytes`);
    });
  }

  test('what moves together is moved together, by migrations that are there', () => {
    const { 'nx-migrations': migrations } = readJson('packages/nx/dist/package.json');
    assert.deepEqual([...migrations.packageGroup, '@dockwarden/nx'].sort(), Object.keys(PACKAGES).sort());
    assert.ok(readJson(join('packages/nx/dist', migrations.migrations)).generators);
  });
});

describe('workflows of the repository', () => {
  const { actions } = readJson('packages/scaffold/src/ci/github/actions.json');
  for (const file of readdirSync(join(root, '.github/workflows'))) {
    const text = readFileSync(join(root, '.github/workflows', file), 'utf8');
    test(`${file}: actions are those of the table, jobs have rights of their own, no script holds a value of the event`, () => {
      const pins = [...text.matchAll(/uses: (\S+)@(\S+) # (\S+)/g)].map(([, name, commit, of]) => ({
        name,
        commit,
        of,
      }));
      assert.equal(pins.length, text.match(/uses:/g).length);
      for (const { name, commit, of } of pins)
        assert.deepEqual({ commit, version: of }, actions[name], `${name} of ${file}`);
      const { permissions, jobs } = parse(text);
      assert.deepEqual(permissions, {});
      for (const job of Object.values(jobs)) {
        assert.ok(job.permissions && job['timeout-minutes']);
        for (const { run = '' } of job.steps) assert.ok(!run.includes('${{'), run);
      }
    });
  }
});
