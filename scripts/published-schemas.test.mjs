// Holds the JSON Schemas for editors to what the product reads and writes.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
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

test('the policies of the documentation fit', () => {
  const pages = ['README.md', 'docs/policy-language.md'].map((path) => readFileSync(join(root, path), 'utf8'));
  const shown = pages.flatMap((page) => [...page.matchAll(/```yaml\n(dockwarden: policy\/v1\n[\s\S]*?)```/g)]);
  assert.notEqual(shown.length, 0);
  for (const [, text] of shown) assert.deepEqual(faultsOf.policy(parse(text)), [], text);
});

const shell = {
  dockwarden: 'policy/v1',
  id: 'house/x',
  title: 't',
  category: 'c',
  severity: 'error',
  why: 'w',
  examples: { good: ['FROM a\n'], bad: [{ code: 'FROM a\n' }] },
};
const stage = (part) => ({ ...shell, on: 'stage', require: { final: true }, ...part });
const check = (part, on = 'service') => ({ ...shell, on, checks: { x: part } });
const ready = { condition: 'service_healthy' };

for (const [what, policy] of [
  ['a path of two words', stage({ where: { 'user.root': true } })],
  ['a path of three words', stage({ where: { 'dockerfile.context.ignore': { excludes: ['.git'] } } })],
  ['a path of four words', { ...shell, on: 'command', require: { 'stage.root.user.root': false } }],
  ['an element by its key', { ...shell, on: 'instruction', require: { flags: { some: { startsWith: '--n' } } } }],
  ['a number as the key', { ...shell, on: 'instruction', require: { ports: { none: { atMost: 1023 } } } }],
  ['a fact that is there and fits', stage({ where: { user: { exists: true, root: false } } })],
  ['a check that steps into a collection', check({ each: 'dependsOn', where: { 'target.name': 'a' }, require: ready })],
  ['the subject of the policy', check({ each: 'dependsOn', where: { 'on.name': 'a' }, require: ready })],
  ['a fix', stage({ fix: { insert: 'x', after: 'base', safety: 'unsafe' } })],
  ['a count by a parameter', stage({ where: { ports: { count: { atMost: { param: 'most' } } } } })],
  ['a duration', check({ require: { stopGracePeriod: { atMost: '1m30s' } } })],
  ['a keyword', { ...shell, on: 'user', require: { 'stage.final': true } }],
  [
    'a bound name as the head of a path',
    check({ forbid: { layersBefore: { some: { keyword: 'copy' }, as: 'early' }, 'early.text': 'x' } }, 'command'),
  ],
])
  test(`fits: ${what}`, () => assert.deepEqual(faultsOf.policy(policy), []));

for (const [what, policy] of [
  ['a misspelt property', stage({ where: { finl: true } })],
  ['a misspelt word behind a dot', stage({ where: { 'user.rot': true } })],
  ['a misspelt third word', stage({ where: { 'dockerfile.context.ignor': { exists: true } } })],
  ['a misspelt property within', stage({ where: { user: { rot: true } } })],
  ['a misspelt property of an element', stage({ where: { instructions: { some: { keywrd: 'run' } } } })],
  ['a misspelt property in a list', stage({ where: { any: [{ finl: true }] } })],
  ['a misspelt property in a check', check({ require: { restrt: 'no' } })],
  ['a property of the outer fact in a check that steps', check({ each: 'dependsOn', require: { restart: 'no' } })],
  ['a collection that is none', check({ each: 'dependson', require: ready })],
  ['a value where a step is meant', check({ each: 'restart', require: ready })],
  ['an operator of another type', stage({ where: { name: { atLeast: 3 } } })],
  ['an operator of collections', stage({ where: { name: { has: 'x' } } })],
  ['a value of another type', stage({ where: { 'user.root': 'yes' } })],
  ['a value for a collection', stage({ where: { instructions: 'run' } })],
  ['nothing', stage({ where: { name: null } })],
  ['exists alone', stage({ where: { exists: true } })],
  ['a kind that is no subject', { ...shell, on: 'image', require: { tag: 'x' } }],
  ['two verdicts', stage({ forbid: { final: true } })],
  ['no verdict', { ...shell, on: 'stage' }],
  ['checks and a verdict', stage({ checks: { x: { require: { final: true } } } })],
  ['a check without a verdict', check({ at: 'restart' })],
  ['a fix of two kinds', stage({ fix: { remove: 'base', set: 'name', to: 'x' } })],
  ['a fix that does nothing', stage({ fix: { safety: 'safe' } })],
  ['half a fix', stage({ fix: { replace: 'base' } })],
  ['a text that is put nowhere', stage({ fix: { insert: 'x' } })],
  ['an empty list', stage({ where: { name: [] } })],
  ['half a count', stage({ where: { ports: { count: 0.5 } } })],
  ['another limit of a count', stage({ where: { ports: { count: { most: 1 } } } })],
  ['a duration without a unit', check({ require: { stopGracePeriod: { atMost: 30 } } })],
  ['a size of another unit', check({ require: { 'limits.memory': { atMost: '512mib' } } })],
  ['an example of nothing', stage({ examples: { good: [{ params: {} }], bad: ['FROM a\n'] } })],
  ['an example of two kinds', stage({ examples: { good: ['x'], bad: [{ code: 'x', files: { a: 'x' } }] } })],
  ['a term of no kind', stage({ terms: { x: { finl: true } } })],
  ['a term that would be taken for a shared one', stage({ terms: { 'a/b': { final: true } } })],
])
  test(`does not fit: ${what}`, () => assert.notDeepEqual(faultsOf.policy(policy), []));

test('the schema of policies is fit to be loaded by an editor', () => {
  const { size } = statSync(join(root, 'packages/cli/schema/policy.schema.json'));
  assert.ok(size < 1_000_000, `${size} bytes`);
});

test('terms of the documentation fit, and names that no policy could use do not', () => {
  const page = readFileSync(join(root, 'docs/policy-language.md'), 'utf8');
  const data = parse(/```yaml\n(dockwarden: terms\/v1\n[\s\S]*?)```/.exec(page)[1]);
  assert.deepEqual(faultsOf.terms(data), []);
  assert.notDeepEqual(faultsOf.terms({ ...data, id: 'House' }), []);
  assert.notDeepEqual(faultsOf.terms({ ...data, terms: { x: { finl: true } } }), []);
  assert.notDeepEqual(faultsOf.terms({ ...data, terms: { 'a/b': { final: true } } }), []);
});

test('a configuration with an unknown key does not fit', () => {
  assert.deepEqual(faultsOf.config({ dockwarden: 'config/v1', extends: ['dockwarden:strict'] }), []);
  assert.notDeepEqual(faultsOf.config({ dockwarden: 'config/v1', extend: ['dockwarden:strict'] }), []);
  assert.notDeepEqual(faultsOf.config({ dockwarden: 'config/v1', exclude: ['/apps'] }), []);
});

test('the waivers of the documentation fit, and one without an owner does not', () => {
  const page = readFileSync(join(root, 'docs/governance.md'), 'utf8');
  const data = parse(/```yaml\n(dockwarden: waivers\/v1\n[\s\S]*?)```/.exec(page)[1]);
  assert.deepEqual(faultsOf.waivers(data), []);
  const { owner: _, ...rest } = data.waivers[0];
  assert.notDeepEqual(faultsOf.waivers({ ...data, waivers: [rest] }), []);
  const { project: __, ...nowhere } = data.waivers[0];
  assert.notDeepEqual(faultsOf.waivers({ ...data, waivers: [nowhere] }), []);
  assert.deepEqual(faultsOf.waivers({ ...data, waivers: [{ ...nowhere, file: 'apps/**' }] }), []);
  assert.notDeepEqual(faultsOf.waivers({ ...data, waivers: [{ ...data.waivers[0], expires: 'never' }] }), []);
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
