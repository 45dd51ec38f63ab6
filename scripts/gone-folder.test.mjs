// A shell may stand in a folder that something else has removed, as a switch of branches does.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';

const launcher = join(import.meta.dirname, '../packages/cli/bin/dockwarden.js');

test('a folder that is gone is a sentence and exit code 3', { skip: process.platform === 'win32' }, () => {
  const cwd = mkdtempSync(join(tmpdir(), 'dockwarden-gone-'));
  const script = 'rmdir "$PWD" && exec "$0" "$@"';
  const run = spawnSync('sh', ['-c', script, process.execPath, launcher, 'lint'], { cwd, encoding: 'utf8' });
  assert.equal(run.stderr, 'dockwarden: the folder that it was started in is gone: change to another one\n');
  assert.equal(run.status, 3);
});
