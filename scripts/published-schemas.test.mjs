// Holds the JSON Schemas for editors to what the product reads and writes.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';

const Ajv = createRequire(import.meta.url)('ajv').default;
const root = join(import.meta.dirname, '..');

function validator(name) {
  const schema = JSON.parse(readFileSync(join(root, `packages/cli/schema/${name}.schema.json`), 'utf8'));
  const validate = new Ajv({ allErrors: true, strict: false, formats: { uri: true } }).compile(schema);
  return (data) =>
    validate(data) ? [] : validate.errors.map(({ instancePath, message }) => `${instancePath} ${message}`);
}

const faultsOf = Object.fromEntries(
  ['policy', 'terms', 'pack', 'config', 'waivers', 'baseline'].map((name) => [name, validator(name)]),
);
const files = readdirSync(join(root, 'policies'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.yaml') && !path.includes('node_modules'))
  .map((path) => [path, parse(readFileSync(join(root, 'policies', path), 'utf8'))]);

for (const word of ['policy', 'pack']) {
  test(`every built-in ${word} fits its schema`, () => {
    const own = files.filter(([, data]) => data.dockwarden === `${word}/v1`);
    assert.notEqual(own.length, 0);
    assert.deepEqual(
      own.flatMap(([path, data]) => faultsOf[word](data).map((fault) => `${path}: ${fault}`)),
      [],
    );
  });
}

test('a kind, an operator word and a value of a closed list are told from wrong ones', () => {
  const [, policy] = files.find(([, data]) => data.id === 'image/non-root');
  assert.notDeepEqual(faultsOf.policy({ ...policy, on: 'stages' }), []);
  assert.notDeepEqual(faultsOf.policy({ ...policy, severity: 'fatal' }), []);
  assert.notDeepEqual(faultsOf.policy({ ...policy, where: { libc: 'gnu' } }), []);
  assert.notDeepEqual(faultsOf.policy({ ...policy, titel: 'x' }), []);
});

test('terms of the documentation fit, and names that no policy could use do not', () => {
  const page = readFileSync(join(root, 'docs/policy-language.md'), 'utf8');
  const data = parse(/```yaml\n(dockwarden: terms\/v1\n[\s\S]*?)```/.exec(page)[1]);
  assert.deepEqual(faultsOf.terms(data), []);
  assert.notDeepEqual(faultsOf.terms({ ...data, id: 'House' }), []);
  assert.notDeepEqual(faultsOf.terms({ ...data, terms: { 'a/b': { final: true } } }), []);
});

test('a configuration with an unknown key does not fit', () => {
  assert.deepEqual(faultsOf.config({ dockwarden: 'config/v1', extends: ['dockwarden:strict'] }), []);
  assert.notDeepEqual(faultsOf.config({ dockwarden: 'config/v1', extend: ['dockwarden:strict'] }), []);
});

test('the waivers of the documentation fit, and one without an owner does not', () => {
  const page = readFileSync(join(root, 'docs/governance.md'), 'utf8');
  const data = parse(/```yaml\n(dockwarden: waivers\/v1\n[\s\S]*?)```/.exec(page)[1]);
  assert.deepEqual(faultsOf.waivers(data), []);
  const { owner: _, ...rest } = data.waivers[0];
  assert.notDeepEqual(faultsOf.waivers({ ...data, waivers: [rest] }), []);
});

test('a baseline of anything but fingerprints does not fit', () => {
  const baseline = (print) => ({ dockwarden: 'baseline/v1', findings: { 'a/b': { Dockerfile: [print] } } });
  assert.deepEqual(faultsOf.baseline(baseline('0'.repeat(32))), []);
  assert.notDeepEqual(faultsOf.baseline(baseline('Dockerfile:3')), []);
});

test('a report fits the schema of reports', () => {
  const bin = join(root, 'packages/cli/bin/dockwarden.js');
  const args = ['lint', 'examples/small/Dockerfile', 'not-there', '--format', 'json'];
  const { stdout } = spawnSync(process.execPath, [bin, ...args], { cwd: root, encoding: 'utf8' });
  const report = JSON.parse(stdout);
  assert.notEqual(report.findings.length, 0);
  assert.notEqual(report.diagnostics.length, 0);
  assert.deepEqual(validator('lint-report')(report), []);
});
