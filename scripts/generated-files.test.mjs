// What generators write is what policies demand: every app of e2e, with every pattern, base and place of the build that its stack has, and no
// finding of any severity under the strict pack. Needs a build; the images themselves are built end to end.
import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { layCase } from '../e2e/stacks/lay-case.mjs';
import { MANAGERS } from '../e2e/stacks/managers.mjs';
import { readCases } from '../e2e/stacks/read-cases.mjs';
import { loadSource } from './load-source.mjs';

const { lint, loadSetup } = createRequire(import.meta.url)('../packages/cli/dist/dockwarden.js');
/** A lockfile of an app of e2e is made by its manager where it is built; for what is written here it has to be there, and no more. */
const LOCKFILES = {
  npm: '{ "lockfileVersion": 3, "packages": {} }\n',
  pnpm: "lockfileVersion: '9.0'\n",
  yarn: '# yarn lockfile v1\n',
  berry: '__metadata:\n  version: 8\n',
};

const REFUSALS = ['setup/not-in-one-stage', 'setup/other-python', 'setup/nothing-built', 'setup/single-without-shell'];

const { STACKS } = await loadSource(`export { STACKS } from '@dockwarden-internal/scaffold'`);
const cases = [
  ...new Map(
    readCases()
      .filter(({ stack }) => STACKS.some(({ name }) => name === stack))
      .map((each) => [`${each.app} ${each.manager} ${each.layout}`, each]),
  ).values(),
];

for (const each of cases) {
  describe(`${each.app} with ${each.manager}, ${each.layout}`, () => {
    let root;
    before(async () => {
      // A project without a manifest is called by its folder.
      root = join(mkdtempSync(join(tmpdir(), 'dockwarden-generated-')), each.app);
      mkdirSync(root);
      const { lockfile } = MANAGERS[each.manager];
      if (lockfile) writeFileSync(join(root, lockfile), LOCKFILES[each.manager] ?? '\n');
      await layCase(each, root, undefined);
    });
    after(() => rmSync(dirname(root), { recursive: true, force: true }));

    const { patterns, bases } = STACKS.find(({ name }) => name === each.stack);
    for (const pattern of patterns) {
      for (const base of bases) {
        for (const privateRegistry of [false, true]) {
          const said = `${pattern}, ${base}${privateRegistry ? ', private registry' : ''}`;
          test(said, () => check(root, each, { pattern, base, build: each.build, privateRegistry }));
        }
      }
    }
    test('with services and a dev container', () =>
      check(root, each, {
        build: each.build,
        with: ['postgres,redis,rabbitmq'],
        sidecar: ['proxy', 'logs'],
        devcontainer: true,
      }));
  });
}

async function check(laid, { stack, project }, values) {
  const root = join(dirname(laid), 'set-up', basename(laid));
  cpSync(laid, root, { recursive: true });
  try {
    writeFileSync(join(root, 'dockwarden.yaml'), 'dockwarden: config/v1\nextends: [dockwarden:strict]\n');
    const { planSetupOn } = await loadSetup();
    const request = { cwd: root, choice: { named: [project], patterns: [], all: false }, values: { stack, ...values } };
    const { setups, diagnostics } = await planSetupOn(request);
    // What a stack refuses, it says so in a sentence: a base that a pattern or a version cannot stand on.
    if (diagnostics.length > 0)
      return assert.deepEqual(
        diagnostics.map(({ code }) => REFUSALS.includes(code) || code),
        [true],
      );
    for (const { path, after: text } of setups[0].changes) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    assert.ok(existsSync(join(root, setups[0].changes[0].path)));
    const { report } = await lint({ cwd: root, noCache: true });
    assert.deepEqual(
      report.findings.map(({ id, message, place }) => `${place.source.path}: ${id}: ${message}`),
      [],
    );
    const again = await planSetupOn(request);
    assert.deepEqual(
      again.setups[0].changes.filter(({ state }) => state !== 'same').map(({ path, state }) => `${path} ${state}`),
      [],
    );
  } finally {
    rmSync(dirname(root), { recursive: true, force: true });
  }
}
