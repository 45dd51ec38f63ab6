import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { makeWorkspace, setting } from '../support/nx-workspace.mjs';
import { BONES, manifest } from './shared-files.mjs';

const pack = (name, more = '') => `dockwarden: pack/v1\nid: house/${name}\npolicies: {}\n${more}`;

const FILES = {
  ...BONES,
  'dockwarden.yaml': `${BONES['dockwarden.yaml'].replace('extends: []', 'extends: [./house/base.pack.yaml]')}images:
  web: { dockerfile: apps/web/Dockerfile, context: build-ctx }
`,
  'house/base.pack.yaml': pack('base', 'extends: ["./a deeper one.yaml", "@e2e/rules"]\n'),
  'house/a deeper one.yaml': pack('deeper'),
  'libs/rules/package.json': manifest('@e2e/rules'),
  'libs/rules/pack.yaml': pack('rules'),
  'libs/rules/shared.terms.yaml': 'dockwarden: terms/v1\nid: rules\nterms:\n  ships: { final: true }\n',
  'policies/house.terms.yaml': 'dockwarden: terms/v1\nid: house\nterms:\n  built: { final: false }\n',
  'compose.yaml': `services:
  api:
    extends: { file: deploy/one.yml, service: api }
    env_file: config/api.env
`,
  'deploy/one.yml': 'services:\n  api:\n    extends: { file: two.yml, service: api }\n',
  'deploy/two.yml': 'services:\n  api:\n    build: { context: .., dockerfile: apps/api/Dockerfile }\n',
  'build-ctx/a.txt': '',
  'tools/shared.docker': 'FROM debian:12\n',
  'config/api.env': 'LEVEL=info\n',
  'package-lock.json': { name: 'e2e', lockfileVersion: 3, packages: { '': { name: 'e2e' } } },
  'dockwarden.waivers.yaml': 'dockwarden: waivers/v1\nwaivers: []\n',
  'dockwarden.baseline.json': { dockwarden: 'baseline/v1', findings: {} },
  '.nvmrc': '22\n',
  '.dockerignore': '.git\n',
  'apps/api/package.json': manifest('api', { dependencies: { '@e2e/shared': '1.0.0' } }),
  'apps/api/project.json': { name: 'api', tags: [] },
  'apps/api/Dockerfile':
    'FROM debian:12\nCOPY apps/api/config.json apps/api/e2e/seed.sql libs/shared/src /srv/\nCOPY . .\n',
  'apps/api/config.json': '{}\n',
  'apps/api/e2e/project.json': { name: 'api-e2e' },
  'apps/api/e2e/seed.sql': '',
  'apps/api/compose.yaml': 'services:\n  db:\n    image: postgres:17\n',
  'apps/api/main.js': '',
  'apps/web/package.json': manifest('web'),
  'apps/web/Dockerfile': 'FROM debian:12\nCOPY a.txt /\n',
  'apps/web/compose.yaml': 'services:\n  web:\n    build: { context: ., dockerfile: web.docker }\n',
  'apps/web/web.docker': 'FROM debian:12\n',
  // Nx fills in such words in the options of targets, and the last breaks the graph.
  'apps/web/{projectName}/Dockerfile': 'FROM debian:12\n',
  'apps/web/{workspaceRoot}/Dockerfile': 'FROM debian:12\n',
  'apps/web/main.js': '',
  'libs/shared/package.json': manifest('@e2e/shared', { dependencies: { '@e2e/base': '1.0.0' } }),
  'libs/shared/src/index.js': '',
  'libs/base/package.json': manifest('@e2e/base'),
};

const both = ['api', 'web'];

/** A change to one file, and the projects whose task has to run again for it. */
const CHANGES = [
  ['apps/api/Dockerfile', ['api']],
  ['apps/api/compose.yaml', ['api']],
  ['compose.yaml', ['api']],
  ['config/api.env', ['api']],
  ['apps/api/.env', both],
  ['apps/api/Dockerfile.dockerignore', ['api']],
  ['apps/api/.dockerignore', ['api']],
  ['.dockerignore', both],
  ['docker-bake.hcl', both],
  ['apps/api/docker-bake.override.json', ['api']],
  ['apps/api/package.json', ['api']],
  ['libs/shared/package.json', ['api']],
  ['libs/base/package.json', ['api']],
  ['package-lock.json', both],
  ['.nvmrc', both],
  ['policies/lean.policy.yaml', both],
  ['policies/house.terms.yaml', both],
  ['dockwarden.yaml', both],
  ['house/base.pack.yaml', both],
  ['house/a deeper one.yaml', both],
  ['libs/rules/pack.yaml', both],
  ['libs/rules/shared.terms.yaml', both],
  ['build-ctx/a.txt', ['web']],
  ['build-ctx/.dockerignore', ['web']],
  ['deploy/one.yml', ['api']],
  ['deploy/two.yml', ['api']],
  ['apps/web/web.docker', ['web']],
  ['tools/shared.docker', ['web']],
  ['apps/web/{projectName}/Dockerfile', ['web']],
  ['.gitignore', both],
  ['apps/web/.gitignore', both],
  ['dockwarden.waivers.yaml', both],
  ['dockwarden.baseline.json', both],
  ['.hadolint.yaml', both],
  ['apps/web/.hadolint.yaml', ['web']],
  ['apps/api/project.json', ['api']],
  ['.github/CODEOWNERS', both],
  ['libs/shared/src/index.js', ['api']],
  ['libs/shared/src/new.js', ['api']],
  ['apps/api/config.json', ['api']],
  ['apps/api/e2e/seed.sql', ['api']],
  ['libs/other/tls.key', both],
];

/** Files that no fact reads: every task is answered from the cache. */
const UNREAD = ['README.md', 'apps/api/main.js', 'apps/web/main.js', 'libs/base/README.md', 'tools/build.js'];

describe('the cache', () => {
  let workspace;
  before(() => {
    workspace = makeWorkspace(FILES);
    link(workspace, 'house/node_modules/@e2e/rules', '../../../libs/rules');
    link(workspace, 'apps/web/Dockerfile.linked', '../../tools/shared.docker');
    workspace.lint();
    assert.deepEqual(workspace.lint().hits, both);
  });
  after(() => workspace.dispose());

  for (const [path, misses] of CHANGES) {
    test(`${path}: ${misses.join(' and ')} again`, () => {
      touch(workspace, path);
      const { code, hits, output } = workspace.lint();
      assert.deepEqual(
        both.filter((project) => !hits.includes(project)),
        misses,
        output,
      );
      // Not a miss because nothing ran at all, or because a failure is never kept.
      assert.equal(code, 0, output);
    });
  }

  for (const path of UNREAD) {
    test(`${path}: nothing`, () => {
      // What the change before left uncached (a broken configuration fails) must not hide a miss.
      touch(workspace, path);
      assert.deepEqual(workspace.lint().hits, both);
    });
  }

  test('an input that is gone: api again', () => {
    workspace.remove('libs/shared/src/new.js');
    assert.deepEqual(workspace.lint().hits, ['web']);
  });

  test('tags: api again', () => {
    workspace.write('apps/api/project.json', { name: 'api', tags: ['type:prod'] });
    assert.deepEqual(workspace.lint().hits, ['web']);
  });
});

describe('nx affected', () => {
  let workspace;
  before(() => {
    workspace = makeWorkspace(FILES);
    link(workspace, 'house/node_modules/@e2e/rules', '../../../libs/rules');
  });
  after(() => workspace.dispose());

  // Nx 22 and 23 select projects by the inputs of all their targets: the image of api copies everything, so that any file is one of its.
  const always = Number(setting.major) < 24 ? ['api'] : [];
  for (const [path, reached] of [
    ['apps/web/Dockerfile', ['web']],
    ['policies/lean.policy.yaml', both],
    ['dockwarden.yaml', both],
    ['.dockerignore', both],
    ['compose.yaml', ['api']],
    ['libs/shared/src/index.js', ['api']],
    ['libs/base/package.json', ['api']],
    ['README.md', []],
  ]) {
    const projects = [...new Set([...always, ...reached])];
    test(`${path}: ${projects.join(' and ') || 'nothing'}`, () => {
      const { stdout } = workspace.nx(['affected', '-t', 'docker-lint', `--files=${path}`, '--graph=stdout']);
      const { tasks } = JSON.parse(stdout.slice(stdout.indexOf('{'))).tasks;
      assert.deepEqual(
        Object.keys(tasks).sort(),
        projects.map((project) => `${project}:docker-lint`),
      );
    });
  }
});

function link(workspace, path, target) {
  mkdirSync(dirname(join(workspace.root, path)), { recursive: true });
  symlinkSync(target, join(workspace.root, path));
}

/** Changes a file's bytes in a way that its format allows. */
function touch(workspace, path) {
  const text = workspace.exists(path) ? workspace.read(path) : undefined;
  if (path === 'dockwarden.baseline.json') {
    workspace.write(path, { dockwarden: 'baseline/v1', findings: { 'e2e/tag': { gone: ['0'.repeat(32)] } } });
  } else if (path.endsWith('.json')) {
    const value = text ? JSON.parse(text) : {};
    workspace.write(path, { ...value, description: `${value.description ?? ''}x` });
  } else {
    workspace.write(path, `${text ?? ''}# changed\n`);
  }
}
