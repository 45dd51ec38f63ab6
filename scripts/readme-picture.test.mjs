import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';

test('the picture of the README shows what the built product prints, whatever terminal it is run in', () => {
  const script = join(import.meta.dirname, 'readme-picture.mjs');
  const env = { ...process.env, COLUMNS: '60', NO_COLOR: '1', TERM: 'dumb' };
  const { status, stderr } = spawnSync(process.execPath, [script, '--check'], { encoding: 'utf8', env });
  assert.equal(status, 0, stderr);
});
