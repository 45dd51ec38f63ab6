import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { makeWorkspace } from '../support/nx-workspace.mjs';
import { BONES, NX_JSON } from './shared-files.mjs';

const NEEDS = `dockwarden: policy/v1
id: e2e/needs
title: The api stands alone
category: correctness
severity: warning
why: It is to be built by itself.
on: stage
where: { project.name: api }
forbid: { project.needs: { some: { name: base } } }
message: "{{ project.name }} needs base"
examples:
  good: ["FROM debian:12\\n"]
  bad:
    - files: { apps/api/Dockerfile: "FROM debian:12\\n" }
      config:
        workspace:
          tool: nx
          root: /w
          projects:
            - { name: api, root: apps/api, tags: [], manifests: [], lockfiles: [], dependencies: [base], closure: [base] }
            - { name: base, root: libs/base, tags: [], manifests: [], lockfiles: [], dependencies: [], closure: [] }
`;

/** Projects without a package.json of their own, tied together by what they import. */
const FILES = {
  ...BONES,
  'package.json': { name: 'e2e', private: true },
  'nx.json': { ...NX_JSON, pluginsConfig: { '@nx/js': { analyzeSourceFiles: true } } },
  'tsconfig.base.json': {
    compilerOptions: {
      baseUrl: '.',
      paths: { '@e2e/shared': ['libs/shared/src/index.ts'], '@e2e/base': ['libs/base/src/index.ts'] },
    },
  },
  'dockwarden.yaml': `${BONES['dockwarden.yaml']}  e2e/needs: warning\n`,
  'policies/needs.policy.yaml': NEEDS,
  'apps/api/project.json': { name: 'api' },
  'apps/api/Dockerfile': 'FROM debian:12\n',
  'apps/api/src/main.ts': "import '@e2e/shared';\n",
  'apps/web/project.json': { name: 'web' },
  'apps/web/Dockerfile': 'FROM debian:12\n',
  'libs/shared/project.json': { name: 'shared' },
  'libs/shared/src/index.ts': 'export const shared = 1;\n',
  'libs/base/project.json': { name: 'base' },
  'libs/base/src/index.ts': 'export const base = 1;\n',
};

describe('an integrated workspace', () => {
  let workspace;
  before(() => {
    workspace = makeWorkspace(FILES);
  });
  after(() => workspace.dispose());

  test('a project needs what it imports, and what that imports', () => {
    assert.doesNotMatch(workspace.lint().output, /api needs base/);
    workspace.write('libs/shared/src/index.ts', "import '@e2e/base';\n");
    const run = workspace.lint();
    assert.match(run.output, /api needs base/);
    // The new edge alone is a miss: no file of the project was changed.
    assert.deepEqual(run.hits, ['web'], run.output);
  });

  test('also in a run of one task', () => {
    assert.match(workspace.nx(['run', 'api:docker-lint', '--skip-nx-cache', '--batch=false']).output, /api needs base/);
  });
});
