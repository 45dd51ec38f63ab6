// The command line is one package without dependencies: in a repository without Nx nothing of Nx is looked for, let alone loaded.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';

const launcher = join(import.meta.dirname, '../packages/cli/bin/dockwarden.js');

/** Writes down what is asked for of Nx, found or not. */
const WATCH = `const { appendFileSync } = require('node:fs');
const Module = require('node:module');
const resolve = Module._resolveFilename;
Module._resolveFilename = function (name, ...rest) {
  appendFileSync(process.env.ASKED, /^(?:@nx\\/|nx(?:\\/|$))/.test(name) ? name + '\\n' : '');
  return resolve.call(this, name, ...rest);
};
`;

const FILES = {
  'package.json': '{"name":"shop","workspaces":["apps/*"],"devDependencies":{"turbo":"2.11.11"}}',
  'apps/api/package.json': '{"name":"api"}',
  'apps/api/Dockerfile': 'FROM node:22\nCOPY package.json /app/\n',
};

for (const [tool, more] of [
  ['Turborepo', { 'turbo.json': '{"tasks":{}}' }],
  ['a workspace of npm', {}],
])
  describe(tool, () => {
    let root;
    before(() => {
      root = mkdtempSync(join(tmpdir(), 'dockwarden-alone-'));
      for (const [path, text] of Object.entries({ ...FILES, ...more, 'watch.cjs': WATCH, asked: '' })) {
        mkdirSync(dirname(join(root, path)), { recursive: true });
        writeFileSync(join(root, path), text);
      }
    });
    after(() => rmSync(root, { recursive: true, force: true }));

    for (const args of [['init'], ['lint'], ['images'], ['inputs', 'api'], ['sync'], ['setup', 'api', '--dry-run']])
      test(`${args.join(' ')} asks for nothing of Nx`, () => {
        const env = { ...process.env, ASKED: join(root, 'asked'), DOCKWARDEN_NO_CODE_CACHE: '1' };
        const run = spawnSync(process.execPath, ['--require', join(root, 'watch.cjs'), launcher, ...args], {
          cwd: root,
          env,
          encoding: 'utf8',
        });
        assert.doesNotMatch(run.stderr, /^ +at /m);
        assert.ok(run.status <= 3, run.stderr);
        assert.equal(readFileSync(join(root, 'asked'), 'utf8'), '');
      });
  });
