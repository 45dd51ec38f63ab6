import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, rmSync, symlinkSync, utimesSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { tarLines } from '../../scripts/exactness/tar.mjs';
import { committed, makeYard } from '../support/build-workspace.mjs';
import { docker, dockerOk, withoutEngine } from '../support/engine.mjs';

const skip = withoutEngine();
const POINTER = `version https://git-lfs.github.com/spec/v1\noid sha256:${'1'.repeat(64)}\nsize 5\n`;

/**
 * States in which git's word on a file is not what is on the disk, one laid upon the other: what is done, and whether what a build reads is
 * something else afterwards. Git's own view of the files is given in comments where it deceives.
 */
const STATES = [
  ['an empty commit', (at) => at.commit('empty', '--allow-empty'), false],
  ['other times', (at) => utimesSync(at.path('src/text.txt'), 1e9, 1e9), false],
  ['an edited file', (at) => at.write({ 'src/text.txt': 'other\n' }), true],
  ['the same edit, committed', (at) => at.commit(), false],
  ['a file elsewhere', (at) => at.write({ 'docs/new.txt': 'x' }), false],
  ['an untracked file', (at) => at.write({ 'src/new.txt': 'x' }), true],
  // Ignored: in no listing of git.
  ['a file that git ignores', (at) => at.write({ 'src/.env': 'x' }), true],
  ['an empty folder', (at) => mkdirSync(at.path('src/empty')), true],
  ['a file that may be executed', (at) => chmodSync(at.path('src/run.sh'), 0o755), true],
  ['write permission of a group', (at) => chmodSync(at.path('src/text.txt'), 0o664), false],
  ['a link to something else', (at) => relink(at, 'two'), true],
  // Clean for git in all of the following.
  ['assume-unchanged', (at) => hide(at, '--assume-unchanged', 'src/text.txt'), true],
  ['skip-worktree', (at) => hide(at, '--skip-worktree', 'src/run.sh'), true],
  ['line endings by an attribute', (at) => attribute(at, 'crlf.txt eol=crlf', 'src/crlf.txt'), true],
  ['line endings by configuration', (at) => configured(at, 'core.autocrlf', 'true', 'src/auto.txt'), true],
  ['a filter', (at) => filtered(at), true],
  ['a pointer of Git LFS', (at) => at.write({ 'src/model.bin': POINTER }), true],
  ['core.fileMode=false and a mode', (at) => withoutModes(at, 'src/mode.sh'), false],
  ['the mode that the index has', (at) => at.git('update-index', '--chmod=+x', 'src/mode.sh'), true],
  // Status tells of the submodule alone.
  ['an edit in a submodule', (at) => at.write({ 'src/inner/in.txt': 'other\n' }), true],
  ['an untracked file in a submodule', (at) => at.write({ 'src/inner/new.txt': 'x' }), true],
  ['a repository in a folder', (at) => nested(at), true],
  [
    'a commit in that repository',
    (at) => at.git('-C', 'src/nested', ...WHO, 'commit', '-qm', 'x', '--allow-empty'),
    false,
  ],
];

const WHO = ['-c', 'user.name=a', '-c', 'user.email=a@example.org', '-c', 'protocol.file.allow=always'];

function relink(at, target) {
  rmSync(at.path('src/link'));
  symlinkSync(target, at.path('src/link'));
}

async function hide(at, how, path) {
  await at.git('update-index', how, path);
  at.write({ [path]: 'hidden\n' });
}

async function checkedOutAgain(at, path) {
  rmSync(at.path(path));
  await at.git('checkout', '--', path);
}

async function attribute(at, line, path) {
  at.write({ '.gitattributes': `${line}\n` });
  await checkedOutAgain(at, path);
}

async function configured(at, name, value, path) {
  await at.git('config', name, value);
  await checkedOutAgain(at, path);
}

async function filtered(at) {
  await at.git('config', 'filter.upper.smudge', 'tr a-z A-Z');
  await at.git('config', 'filter.upper.clean', 'tr A-Z a-z');
  await attribute(at, 'filtered.txt filter=upper', 'src/filtered.txt');
}

/** The index has to have the modes that there are by now, since it is what counts from then on. */
async function withoutModes(at, path) {
  await at.git('update-index', '--chmod=+x', 'src/run.sh');
  await at.git('config', 'core.fileMode', 'false');
  chmodSync(at.path(path), 0o755);
}

async function nested(at) {
  await at.git('init', '-q', 'src/nested');
  at.write({ 'src/nested/a.txt': 'a\n' });
  await at.git('-C', 'src/nested', 'add', '.');
  await at.git('-C', 'src/nested', ...WHO, 'commit', '-qm', 'x');
}

describe('the key follows what a build reads, whatever git says of it', { skip, concurrency: false }, () => {
  let yard;
  let workspace;
  let last;
  before(async () => {
    yard = makeYard('states');
    const inner = yard.workspace('inner', { 'in.txt': 'in\n' });
    await inner.git('init', '-q');
    await inner.commit();
    workspace = yard.workspace('states', {
      'src/text.txt': `${yard.prefix}\n`,
      'src/run.sh': 'echo\n',
      'src/mode.sh': 'echo\n',
      'src/crlf.txt': 'one\ntwo\n',
      'src/auto.txt': 'one\ntwo\n',
      'src/filtered.txt': 'lower\n',
      Dockerfile: 'FROM scratch\nCOPY src /src\n',
    });
    symlinkSync('one', workspace.path('src/link'));
    await committed(workspace, {
      build: { repository: `${yard.prefix}/{image}` },
      images: { api: { dockerfile: 'Dockerfile', context: '.' } },
    });
    workspace.write({ '.gitignore': 'dist\n.env\n' });
    const { status, stderr } = await workspace.git(...WHO, 'submodule', '--quiet', 'add', inner.root, 'src/inner');
    assert.equal(status, 0, stderr);
    await workspace.commit();
    last = await look();
  });
  after(() => yard?.dispose());

  /** The digest of the content, and what is in the image. */
  async function look() {
    const { status, all, image } = await workspace.ask(['build']);
    assert.equal(status, 0, all);
    const name = `${yard.prefix}-look`;
    docker('rm', '--force', name);
    dockerOk('create', '--name', name, image('api').digest, 'none');
    try {
      const { stdout } = spawnSync('docker', ['export', name], { maxBuffer: 1 << 26 });
      const inside = tarLines(stdout).filter(({ path }) => path.startsWith('src'));
      assert.ok(inside.length > 5);
      return { content: workspace.metadata('api').content, inside: JSON.stringify(inside) };
    } finally {
      docker('rm', '--force', name);
    }
  }

  for (const [name, change, differs] of STATES)
    test(name, async () => {
      await change(workspace);
      const now = await look();
      assert.equal(now.inside !== last.inside, differs, 'what is in the image');
      assert.equal(now.content !== last.content, differs, 'the digest of the content');
      last = now;
    });

  test('a clone whose line endings are converted is another content, one whose are not is the same', async () => {
    await workspace.git('config', '--unset', 'core.autocrlf');
    await workspace.git('config', '--unset', 'core.fileMode');
    const contentIn = async (folder, ...options) => {
      const clone = await yard.clone(workspace, folder, ...options);
      const { status, all } = await clone.ask(['build']);
      assert.equal(status, 0, all);
      return clone.metadata('api').content;
    };
    const [same, again] = [await contentIn('same'), await contentIn('again')];
    assert.equal(same, again);
    assert.notEqual(same, await contentIn('converted', '--config', 'core.autocrlf=true'));
  });
});
