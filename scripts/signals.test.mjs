// What works without a pause hears no signal: a listener would only keep Ctrl-C from ending it.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';

const launcher = join(import.meta.dirname, '../packages/cli/bin/dockwarden.js');
const root = mkdtempSync(join(tmpdir(), 'dockwarden-signals-'));
after(() => rmSync(root, { recursive: true, force: true }));
writeFileSync(join(root, 'Dockerfile'), 'FROM debian:12\n');
writeFileSync(
  join(root, 'count.cjs'),
  "process.once('exit', () => console.error('heard by', process.listenerCount('SIGINT')));\n",
);

for (const args of [['lint', '--no-cache'], ['test', '--builtin'], ['policies'], ['baseline']])
  test(`${args[0]} leaves Ctrl-C to the system`, () => {
    const run = spawnSync(process.execPath, ['--require', join(root, 'count.cjs'), launcher, ...args], {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
    });
    assert.match(run.stderr, /^heard by 0$/m);
  });
