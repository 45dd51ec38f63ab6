import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { anchor, between, fenced, table } from './generate/markdown.mjs';
import { peerPage } from './generate/peer-page.mjs';
import { policyPages } from './generate/policy-pages.mjs';
import { staleFiles } from './generate/stale-files.mjs';

test('a cell keeps its row whole, and shows a < that is no HTML', () => {
  assert.equal(table(['a'], [['x | y\nz <b> `<c>`']]), '| a |\n| --- |\n| x \\| y z &lt;b> `<c>` |\n');
});

test('a fence is longer than any within', () => {
  assert.equal(fenced('text', 'a\n```\nb\n'), '````text\na\n```\nb\n````\n');
});

test('anchors are as GitHub makes them', () => {
  assert.equal(anchor('Add a policy: `x/y`, now!'), 'add-a-policy-xy-now');
});

test('generated text stands between its marks, and what is written by hand stays', () => {
  const page = 'a\n<!-- generated: x -->\nold\n<!-- /generated: x -->\nb\n';
  assert.equal(between(page, 'x', '\nnew\n'), 'a\n<!-- generated: x -->\n\nnew\n\n<!-- /generated: x -->\nb\n');
  assert.throws(() => between(page, 'y', 'new'), /generated: y/);
});

test('a page of a policy shows what an example expects, its fix, and its setting', () => {
  const policy = {
    id: 'house/x',
    title: 'Holds',
    category: 'size',
    severity: 'warning',
    why: 'Because.\n',
    on: 'run',
    checks: { one: { forbid: {}, message: '{{ name }} is wrong', fix: { remove: 'self', safety: 'unsafe' } } },
    examples: {
      good: ['FROM a\n'],
      bad: [{ code: 'FROM b\n', check: 'one', at: 'b', fixed: 'FROM c\n', params: { p: 1 } }],
    },
  };
  const packs = [{ id: 'recommended', policies: new Map([['house/x', {}]]) }];
  const checksOf = ({ checks }) => Object.entries(checks);
  const page = policyPages({ policies: [policy], packs, checksOf, vocabulary: {} }).get('house/x.md');
  for (const part of [
    '| `house/x/one` | warning | *name* is wrong | unsafe fix |',
    'With params `{"p":1}`:\n\n```dockerfile\nFROM b\n```\n\nReported by `one` at `b`.\n\nAfter the fix:\n\n```dockerfile\nFROM c\n```',
    'In the pack `recommended`.',
    'about every `RUN` [instruction]',
  ])
    assert.ok(page.includes(part), `${part}\nis not in\n${page}`);
});

test('the page of peers names the checks of a rule, a policy for all of its checks, and what nobody has', () => {
  const policies = [
    {
      id: 'a/one',
      title: 'One',
      aliases: ['hadolint:DL1', 'other:x'],
      checks: { p: {}, q: { aliases: ['hadolint:DL2'] } },
    },
    { id: 'a/two', title: 'Two', aliases: ['hadolint:DL2'], checks: { p: {}, q: {} } },
    { id: 'a/three', title: 'Three', checks: { p: {} } },
  ];
  const packs = [
    { id: 'peers/hadolint', policies: new Map([['a/two', {}]]) },
    { id: 'strict', policies: new Map([['a/two', {}]]) },
  ];
  const ownPacks = { 'peers/hadolint': {} };
  const faultsByAlias = () => ({ byAlias: new Map([['hadolint:DL9', ['syntax/no-from']]]) });
  const page = peerPage({ policies, packs, ownPacks, checksOf: ({ checks }) => Object.entries(checks), faultsByAlias });
  for (const part of [
    '| [hadolint](#hadolint) | 3 | 2 | `dockwarden:peers/hadolint` |\n| [other](#other) | 1 | 1 |  |\n',
    '| `DL9` | `syntax/no-from` of the parser |  |\n',
    '| `DL1` | [a/one/p](a/one.md) |  |\n| `DL2` | [a/one/q](a/one.md), [a/two](a/two.md) | strict |\n',
    '1 of 3.\n\n| policy | promise | packs |\n| --- | --- | --- |\n| [a/three](a/three.md) | Three |  |\n',
  ])
    assert.ok(page.includes(part), `${part}\nis not in\n${page}`);
});

test('stale is what differs, and what nothing makes any more', () => {
  const root = mkdtempSync(join(tmpdir(), 'dockwarden-stale-'));
  try {
    mkdirSync(join(root, 'docs/policies/area'), { recursive: true });
    for (const [path, text] of [
      ['docs/policies/area/gone.md', 'x'],
      ['docs/policies/area/same.md', 'same'],
      ['docs/facts.md', 'old'],
    ])
      writeFileSync(join(root, path), text);
    const wanted = new Map([
      ['docs/policies/area/same.md', 'same'],
      ['docs/facts.md', 'new'],
    ]);
    assert.deepEqual(staleFiles(root, wanted), { changed: ['docs/facts.md'], left: ['docs/policies/area/gone.md'] });
  } finally {
    rmSync(root, { recursive: true });
  }
});
