import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { idsOf } from './demo/fault-list.mjs';

const shop = join(import.meta.dirname, '../examples/shop');
const { faults, findings } = JSON.parse(readFileSync(join(shop, 'expected-findings.json'), 'utf8'));

test('a fault is given the findings of its line, or of the block that the line opens', () => {
  const text =
    'services:\n  a:\n    environment:\n      DATA_PASSWORD: x\n\n  b:\n    image: postgres\n    restart: always\n';
  const found = [
    { file: 'c', line: 4, id: 'secret', message: 'DATA_PASSWORD' },
    { file: 'c', line: 7, id: 'no-data', message: 'b' },
    { file: 'c', line: 7, id: 'no-tag', message: 'b has no tag' },
    { file: 'd', line: 7, id: 'no-data', message: 'b' },
  ];
  const idsAt = (line, about) => idsOf({ file: 'c', line, about }, found, text);
  assert.deepEqual(idsAt(6, 'data'), ['no-data']);
  assert.deepEqual(idsAt(7, 'TAG'), ['no-tag']);
  assert.deepEqual(idsAt(2, 'data'), ['secret']);
  assert.deepEqual(idsAt(8, 'data'), []);
});

test('every fault of the example is found where it is said to be', () => {
  for (const { fault, file, line, text, ids } of faults) {
    const lines = readFileSync(join(shop, file), 'utf8');
    assert.equal(lines.split('\n')[line - 1].trim(), text, fault);
    const there = idsOf({ file, line, about: '' }, findings, lines);
    assert.ok(ids.length > 0 && ids.every((id) => there.includes(id)), `${fault}: ${ids}`);
  }
});
