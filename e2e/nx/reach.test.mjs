import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { makeWorkspace } from '../support/nx-workspace.mjs';
import { BONES, manifest } from './shared-files.mjs';

const ALIKE = `dockwarden: policy/v1
id: e2e/alike
title: The workspace uses one tag of an image
category: correctness
severity: warning
why: Two tags are two images to keep up to date.
on: reference
forbid: { image.uses: { some: { text: { not: { fact: self.text } } } } }
message: "{{ text }} is used with another tag elsewhere"
examples:
  good: ["FROM debian:12\\n"]
  bad: [{ code: "FROM debian:12 AS a\\nFROM debian:11\\n" }]
`;

const FILES = {
  ...BONES,
  'dockwarden.yaml': `${BONES['dockwarden.yaml']}  e2e/alike: warning\n`,
  'policies/alike.policy.yaml': ALIKE,
  'apps/api/package.json': manifest('api'),
  'apps/api/Dockerfile': 'FROM debian:12\n',
  'apps/web/package.json': manifest('web'),
  'apps/web/Dockerfile': 'FROM debian:12\n',
};

/** What a task said of images with several tags. */
const alike = ({ output }) => [...output.matchAll(/(\S+) is used with another tag elsewhere/g)].map(([, text]) => text);

describe('policies that look at the whole workspace', () => {
  let workspace;
  before(() => {
    workspace = makeWorkspace({ ...FILES, 'project.json': { name: 'root' } });
    assert.deepEqual(alike(workspace.lint()), []);
    assert.deepEqual(workspace.lint().hits, ['api', 'root', 'web']);
  });
  after(() => workspace.dispose());

  test('a change elsewhere is seen by the task of the root, and other projects stay cached', () => {
    workspace.write('apps/web/Dockerfile', 'FROM debian:11\n');
    const run = workspace.lint();
    assert.deepEqual(run.hits, ['api'], run.output);
    assert.deepEqual(alike(run).sort(), ['debian:11', 'debian:12'], run.output);
  });

  test('the task of a project says nothing of them; that of the root says nothing of the rest', () => {
    workspace.write('apps/web/Dockerfile', 'FROM debian:11\nRUN apt-get install -y curl\n');
    const web = workspace.nx(['run', 'web:docker-lint']);
    assert.deepEqual(alike(web), [], web.output);
    assert.match(web.output, /without --no-install-recommends/);
    const root = workspace.nx(['run', 'root:docker-lint']);
    assert.deepEqual(alike(root).sort(), ['debian:11', 'debian:12'], root.output);
    assert.doesNotMatch(root.output, /without --no-install-recommends/);
  });

  for (const path of [
    'apps/api/Dockerfile',
    'libs/new/compose.yaml',
    'apps/web/package.json',
    'apps/web/.dockerignore',
  ]) {
    test(`${path} is an input of the root`, () => {
      workspace.lint();
      const before = workspace.exists(path)
        ? workspace.read(path)
        : path.endsWith('compose.yaml')
          ? 'services: {}\n'
          : '';
      workspace.write(path, `${before}\n`);
      const run = workspace.lint();
      assert.ok(!run.hits.includes('root'), run.output);
    });
  }

  test('a file that nothing reads is none', () => {
    workspace.lint();
    workspace.write('apps/web/README.md', 'web\n');
    assert.deepEqual(workspace.lint().hits, ['api', 'root', 'web']);
  });
});

describe('without a project at the root', () => {
  test('every task runs them on its files', () => {
    const workspace = makeWorkspace({ ...FILES, 'apps/web/Dockerfile': 'FROM debian:11\n' });
    try {
      assert.deepEqual(alike(workspace.lint()).sort(), ['debian:11', 'debian:12']);
    } finally {
      workspace.dispose();
    }
  });
});
