import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { readCases } from '../e2e/stacks/read-cases.mjs';
import { checkedTable, stackTable } from './generate/stack-table.mjs';
import { loadSource } from './load-source.mjs';

const cases = readCases();

describe('the cases that prove what stacks write', () => {
  let STACKS;
  let proofOf;
  let listStacks;
  before(async () => {
    ({ STACKS, proofOf, listStacks } = await loadSource(
      `export { STACKS, proofOf } from '@dockwarden-internal/scaffold';
       export { listStacks } from '@dockwarden-internal/run/setup/list-stacks';`,
    ));
  });

  test('every stack has a case', () => {
    const byName = new Map(STACKS.map((stack) => [stack.name, stack]));
    assert.deepEqual(
      [...byName.keys()].filter((name) => !cases.some(({ stack }) => stack === name)),
      [],
    );
  });

  test('--list calls built and run what a case builds and runs, and nothing else', () => {
    for (const stack of STACKS)
      for (const base of stack.bases) {
        const built = cases.some(
          (each) =>
            each.stack === stack.name &&
            each.proof === 'built' &&
            each.pattern !== 'artifact' &&
            (each.base ?? stack.bases[0]) === base,
        );
        assert.equal(proofOf(stack, base), built ? 'built' : 'checked', `${stack.name} ${base}`);
      }
    const [head, ...rows] = listStacks().trimEnd().split('\n');
    const [from, to] = [head.indexOf('built and run'), head.indexOf('only checked')];
    for (const stack of STACKS) {
      const row = rows.find((line) => line.startsWith(`${stack.name} `));
      const said = row.slice(from, to).trim().split(' ');
      const built = stack.bases.filter((base) => proofOf(stack, base) === 'built').sort();
      assert.deepEqual(said.sort(), built.length > 0 ? built : ['-']);
    }
  });

  test('names are of one case each, apps are there, and six cases run in CI', () => {
    const names = cases.map(({ name }) => name);
    assert.deepEqual([...new Set(names)], names);
    for (const { name, app } of cases)
      assert.ok(existsSync(join(import.meta.dirname, '../e2e/apps', app)), `${name}: no app ${app}`);
    const inCi = cases.filter(({ ci }) => ci);
    assert.equal(inCi.length, 6);
    assert.ok(inCi.every(({ proof }) => proof === 'built'));
  });

  test('every pair of pattern and base that some stack has stands in a case, and every manager with every layout it is used in', () => {
    const pairs = new Set(cases.map(({ pattern, base }) => `${pattern} ${base}`));
    for (const base of ['slim', 'alpine', 'distroless']) assert.ok(pairs.has(`multi ${base}`), base);
    for (const pattern of ['multi', 'single', 'builder', 'artifact'])
      assert.ok(
        [...pairs].some((pair) => pair.startsWith(`${pattern} `)),
        pattern,
      );
    const layouts = new Set(cases.map(({ manager, layout }) => `${manager} ${layout}`));
    for (const manager of ['npm', 'pnpm'])
      for (const layout of ['alone', 'workspaces', 'turborepo', 'nx'])
        assert.ok(layouts.has(`${manager} ${layout}`), `${manager} ${layout}`);
  });
});

test('a case says nothing that nobody reads, and says enough', () => {
  const head = 'name: a, stack: go, framework: go, app: a, manager: go, layout: alone, pattern: multi';
  const read = (rest) => () => readCases(`cases: [{ ${head}, ${rest} }]`);
  assert.throws(read('proof: checked'), /a: why is it only checked\?/);
  assert.throws(read('proof: built, port: 1, health: /'), /a: user is missing/);
  assert.throws(read('proof: checked, why: x, bse: slim'), /a: bse is not a key/);
  assert.equal(read('proof: checked, why: x')()[0].project, 'a');
});

test('the table says what is saved, and leaves out what was not measured', () => {
  const each = {
    stack: 'go',
    framework: 'go',
    manager: 'go',
    layout: 'alone',
    pattern: 'multi',
    base: 'slim',
    proof: 'built',
  };
  const measured = {
    a: { size: 8_600_000, single: 430_000_000, seconds: 12.4, healthyAfter: 1540, stoppedAfter: 210 },
  };
  const text = stackTable(
    [
      { ...each, name: 'a' },
      { ...each, name: 'b', framework: 'express', manager: 'npm', layout: 'nx' },
    ],
    measured,
  );
  assert.match(text, /\| `a` \| go, multi, slim \| 8\.6 MB \| 430 MB \| 98 % \| 12 s \| 1\.5 s \| 0\.2 s \|/);
  assert.match(text, /\| `b` \| express with npm in Nx, multi, slim \| {2}\|/);
  assert.match(
    checkedTable([{ ...each, name: 'c', proof: 'checked', why: 'no engine' }]),
    /\| `c` \| .* \| no engine \|/,
  );
});
