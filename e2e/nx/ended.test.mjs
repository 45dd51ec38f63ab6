import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { makeWorkspace } from '../support/nx-workspace.mjs';
import { BONES, manifest } from './shared-files.mjs';

const inDays = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

const FILES = {
  ...BONES,
  'later.cjs': `const RealDate = Date;
const ahead = Number(process.env.DAYS_AHEAD ?? 0) * 86_400_000;
globalThis.Date = class extends RealDate {
  constructor(...parts) { super(...(parts.length === 0 ? [RealDate.now() + ahead] : parts)); }
  static now() { return RealDate.now() + ahead; }
};
`,
  'apps/api/package.json': manifest('api'),
  'apps/api/Dockerfile': `# dockwarden-ignore e2e/tag until=${inDays(10)} -- the mirror has no tags yet\nFROM debian\n`,
  'apps/web/package.json': manifest('web'),
  'apps/web/Dockerfile': 'FROM debian\n',
  'dockwarden.waivers.yaml': `dockwarden: waivers/v1
waivers:
  - { policy: e2e/tag, project: web, owner: "@web", reason: the mirror has no tags yet, expires: ${inDays(100)} }
`,
};

describe('what ends on a day', () => {
  let workspace;
  const lintIn = (days) =>
    workspace.nx(['run-many', '-t', 'docker-lint', '--output-style=static'], {
      env: { NODE_OPTIONS: `--require ${join(workspace.root, 'later.cjs')}`, DAYS_AHEAD: String(days) },
    });
  before(() => {
    workspace = makeWorkspace(FILES);
    assert.equal(lintIn(0).code, 0);
  });
  after(() => workspace.dispose());

  test('before it, results are kept from day to day', () => {
    const { code, output } = lintIn(9);
    assert.equal(code, 0, output);
    assert.match(output, /2 out of 2 tasks/);
  });

  test('a comment that has ended silences nothing, though no file has changed', () => {
    const { code, output } = lintIn(11);
    assert.equal(code, 1, output);
    assert.match(output, /this suppression ended on/);
    assert.match(output, /Failed tasks:\s+- api:docker-lint\s*$/);
  });

  test('a waiver that is about to end says each day how many are left', () => {
    assert.match(lintIn(90).output, /ends in 10 days/);
    assert.match(lintIn(91).output, /ends in 9 days/);
  });

  test('one that has ended hides nothing', () => {
    const { code, output } = lintIn(101);
    assert.equal(code, 1, output);
    assert.match(output, /the waiver of e2e\/tag ended on/);
    assert.match(output, /- web:docker-lint/);
  });
});
