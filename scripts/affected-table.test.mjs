// The table of e2e/matrix/expected.yaml says what it means: no name in it is misspelt, and an exception is one.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { FILES } from '../e2e/matrix/layout.mjs';
import { edited, readExpected } from '../e2e/matrix/read-expected.mjs';
import { affectedTable } from './generate/affected-table.mjs';

const table = readExpected();
const projects = ['api', 'root', 'site', 'web'];
const KEYS = ['change', 'edit', 'lint', 'build', 'why', 'except'];

for (const each of table.changes) {
  test(`${each.change}: tools, projects and reasons are known, and an exception is one`, () => {
    const unknown = (names, known) => names.filter((name) => !known.includes(name));
    assert.deepEqual(unknown(Object.keys(each), KEYS), []);
    assert.deepEqual(unknown([...each.lint, ...each.build], projects), []);
    assert.deepEqual(unknown([each.why ?? []].flat(), Object.keys(table.reasons)), []);
    for (const [tool, { lint, build, why, ...rest }] of Object.entries(each.except ?? {})) {
      assert.deepEqual(unknown([tool], Object.keys(table.tools)), []);
      assert.deepEqual(unknown([...(lint ?? []), ...(build ?? [])], projects), []);
      assert.deepEqual(unknown([why].flat(), Object.keys(table.reasons)), []);
      assert.deepEqual(rest, {});
      const wanted = { lint: each.lint, build: each.build };
      assert.notDeepEqual({ lint: lint ?? wanted.lint, build: build ?? wanted.build }, wanted);
    }
  });

  test(`${each.change}: the edit changes a file of the layout`, () => {
    const { file } = each.edit;
    const before = typeof FILES[file] === 'object' ? JSON.stringify(FILES[file], undefined, 2) : FILES[file];
    assert.notEqual(edited(before, each.edit), before);
  });
}

test('every reason is given for something', () => {
  const given = table.changes.flatMap(({ why, except = {} }) =>
    [why, ...Object.values(except).map((tool) => tool.why)].flat(),
  );
  assert.deepEqual(
    Object.keys(table.reasons).filter((reason) => !given.includes(reason)),
    [],
  );
});

describe('what the page shows', () => {
  const cells = (except) => {
    const change = { change: 'a file', lint: ['api'], build: ['api', 'web'], except: { other: except } };
    const small = { ...table, tools: { git: 'git', other: 'Other' }, reasons: { because: 'So.' }, changes: [change] };
    return affectedTable(small).split('\n')[2];
  };
  for (const [name, except, shown] of [
    ['more', { build: ['api', 'site', 'web'], why: 'because' }, 'builds api site web [1]'],
    ['less', { build: ['api'], why: 'because' }, 'builds api, **not web** [1]'],
    ['nothing', { lint: [], why: 'because' }, '**lints nothing** [1]'],
    ['no exception', undefined, 'the same'],
  ])
    test(name, () => assert.equal(cells(except), `| a file | api | api web | ${shown} |`));
});
