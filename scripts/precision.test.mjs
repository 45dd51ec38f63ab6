// Holds docs/precision.md to its verdicts, and these to the promise and to the checks that there are.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { readSources } from './generate/sources.mjs';
import { readVerdicts, share, withTable } from './precision.mjs';

const root = join(import.meta.dirname, '..');
const record = readVerdicts();

test('the table is that of the verdicts', () => {
  const text = readFileSync(join(root, 'docs/precision.md'), 'utf8');
  assert.equal(withTable(text, record), text, 'run node scripts/precision.mjs');
});

test('at most 2 in 100 are wrong or useless', () => {
  const { looked, wrong } = share(record);
  assert.ok(wrong / looked <= 0.02, `${wrong} of ${looked}`);
});

test('of every check ten findings were looked at, or all', () => {
  for (const [id, { findings, verdicts }] of Object.entries(record.checks)) {
    assert.ok(verdicts.length >= Math.min(10, findings), `${id}: ${verdicts.length} of ${findings}`);
  }
});

test('every policy that was looked at is there', async () => {
  const { policies } = await readSources(root);
  const ids = new Set(policies.map(({ id }) => id));
  const builtin = /^(syntax|suppression)\//;
  for (const id of Object.keys(record.checks)) {
    const policy = id.split('/').slice(0, 2).join('/');
    assert.ok(ids.has(policy) || builtin.test(id), id);
  }
});
