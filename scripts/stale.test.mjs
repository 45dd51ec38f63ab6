import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { daysBetween, isDated, readTable } from './stale/table-age.mjs';

const root = join(import.meta.dirname, '..');
const tables = JSON.parse(readFileSync(join(import.meta.dirname, 'stale/tables.json'), 'utf8'));
const read = (file) => readFileSync(join(root, file), 'utf8');
const run = (...args) =>
  spawnSync(process.execPath, [join(import.meta.dirname, 'stale.mjs'), ...args], { encoding: 'utf8' });

for (const { what, file } of tables)
  test(`${what}: a day and a source`, () => assert.equal(readTable(read(file)).fault, undefined));

test('whatever is dated is listed', () => {
  const files = execFileSync('git', ['ls-files', 'packages/*/src', 'scripts/*.json'], { cwd: root, encoding: 'utf8' })
    .split('\n')
    .filter((file) => /\.(ts|json)$/.test(file) && !/\.test\.ts$|\.generated\.|\/testing\//.test(file));
  const dated = files.filter((file) => isDated(read(file)));
  const listed = new Set(tables.map(({ file }) => file));
  assert.deepEqual(
    dated.filter((file) => !listed.has(file)),
    [],
  );
});

test('no day stands in words, where nobody would look for it', () => {
  const { stdout } = spawnSync('git', ['grep', '-nEi', '(read on|as of) 20[0-9]{2}-', '--', 'packages/*/src'], {
    cwd: root,
    encoding: 'utf8',
  });
  assert.equal(stdout, '');
});

test('a table is as old as its oldest day, and has to tell it and its source', () => {
  assert.equal(readTable("{ source: 'a', asOf: '2026-03-01' }, { source: 'b', asOf: '2026-01-31' }").day, '2026-01-31');
  assert.equal(readTable('/**\n * @source a\n * @asOf 2026-03-01\n */').day, '2026-03-01');
  assert.equal(readTable('{ "asOf": "2026-03-01", "sources": ["a"] }').day, '2026-03-01');
  assert.match(readTable('{ "sources": ["a"] }').fault, /no day/);
  assert.match(readTable('{ "asOf": "2026-03-01" }').fault, /no source/);
  assert.match(readTable('{ "asOf": "2026-13-01", "source": "a" }').fault, /2026-13-01 is no day/);
});

test('days are counted whole', () => {
  assert.equal(daysBetween('2026-02-28', '2026-03-01'), 1);
  assert.equal(daysBetween('2026-01-01', '2027-01-01'), 365);
});

test('the command ends with 1 where a table is old, and with 2 on what it cannot read', () => {
  assert.equal(run('--days', '100000').status, 0);
  const old = run('--days', '30', '--today', '2030-01-01');
  assert.equal(old.status, 1);
  assert.match(old.stdout, /look at its sources again/);
  assert.match(old.stdout, new RegExp(`${tables.length} tables, ${tables.length} older than 30 days`));
  assert.equal(run('--days', 'many').status, 2);
});
