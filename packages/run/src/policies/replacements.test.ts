import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PolicyDocument } from '@dockwarden-internal/policy';
import { removeTemporaryFolders, temporaryFolder } from '@dockwarden-internal/workspace/testing/temporary-folder';
import { writeBaseline } from '../governance/write-baseline.ts';
import { lint } from '../lint.ts';
import { currentId, replacedPolicies } from './replacements.ts';

afterAll(removeTemporaryFolders);

const documents = new Map(
  [
    { id: 'a/one', replacedBy: 'a/two' },
    { id: 'a/two', replacedBy: 'a/three' },
    { id: 'a/three', checks: { x: {} } },
    { id: 'a/single', replacedBy: 'a/plain' },
    { id: 'a/plain' },
    { id: 'a/ring', replacedBy: 'a/round' },
    { id: 'a/round', replacedBy: 'a/ring' },
    { id: 'a/lost', replacedBy: 'a/nothing' },
  ].map((document) => [document.id, document as unknown as PolicyDocument]),
);

test.each([
  ['a/one', 'a/three'],
  ['a/one/x', 'a/three/x'],
  ['a/single/x', 'a/plain'],
  ['a/three/x', 'a/three/x'],
  ['a/ring', 'a/ring'],
  ['a/lost', 'a/lost'],
  ['hadolint:DL3002', 'hadolint:DL3002'],
])('%s is called %s', (id, now) => expect(currentId(id, documents)).toBe(now));

test('all that led to a policy are replaced by it', () =>
  expect(
    replacedPolicies(documents)
      .get('a/three')!
      .map(({ id }) => id),
  ).toEqual(['a/one', 'a/two']));

const policy = (id: string, more = '') => `dockwarden: policy/v1
id: ${id}
title: t
category: c
severity: error
why: w
${more}on: stage
require: { user.root: false }
examples: { good: ["FROM scratch\\nUSER 1\\n"], bad: [{ code: "FROM scratch\\nUSER 0\\n" }] }
`;

test('what a baseline knows under the id before is known, and is written under the one of today', async () => {
  const cwd = temporaryFolder({
    'policies/old.policy.yaml': policy('house/old'),
    'dockwarden.yaml': 'dockwarden: config/v1\nextends: []\n',
    Dockerfile: 'FROM scratch\nUSER 0\n',
  });
  const asked = { cwd, acceptNew: false, check: false };
  expect(await writeBaseline(asked)).toMatchObject({ exit: 0 });
  writeFileSync(join(cwd, 'policies/old.policy.yaml'), policy('house/old', 'replacedBy: house/new\n'));
  writeFileSync(join(cwd, 'policies/new.policy.yaml'), policy('house/new'));
  const found = async () =>
    (await lint({ cwd, noCache: true })).report.findings.map(({ id, suppressed }) => `${id} ${suppressed?.kind}`);
  expect(await found()).toEqual(['house/new baseline']);
  const rewritten = await writeBaseline(asked);
  expect(rewritten.done!.change).toMatchObject({ count: 1, gone: 0, fresh: [] });
  expect(Object.keys(rewritten.done!.change.known)).toEqual(['house/new']);
  rmSync(join(cwd, 'policies/old.policy.yaml'));
  expect(await found()).toEqual(['house/new baseline']);
});
