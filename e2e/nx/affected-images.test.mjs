import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { makeWorkspace, setting } from '../support/nx-workspace.mjs';
import { imagesWorkspace } from './images-workspace.mjs';

/** Nx 22 and 23 select projects instead of tasks: an input of any of its targets, docker-lint among them, selects all of a project's. */
const selectsTasks = Number(setting.major) >= 24;

describe('nx affected -t docker-build', () => {
  let workspace;
  before(() => {
    workspace = makeWorkspace(imagesWorkspace());
    workspace.git('init', '-q');
    workspace.git('add', '-A');
    workspace.git('commit', '-qm', 'first');
  });
  after(() => workspace.dispose());

  /** Projects whose image a change of these files selects. */
  function selected(...files) {
    const args = ['affected', '-t', 'docker-build', `--files=${files.join(',')}`, '--graph=stdout'];
    const { code, stdout, output } = workspace.nx(args);
    assert.equal(code, 0, output);
    const tasks = Object.values(JSON.parse(stdout.slice(stdout.indexOf('{'))).tasks.tasks);
    return tasks
      .filter(({ target }) => target.target === 'docker-build')
      .map(({ target }) => target.project)
      .sort();
  }

  function check(files, images, more = images) {
    assert.deepEqual(selected(...files), [...(selectsTasks ? images : more)].sort());
  }

  test('a source selects the image that copies it, and the one that is built on that', () => {
    check(['apps/base/files/motd'], ['base', 'child']);
    check(['apps/web/src/main.txt'], ['web']);
  });

  test('a library selects the images that copy it, without an edge of the graph', () => {
    check(['libs/shared/src/index.txt'], ['api', 'web']);
  });

  test('a file that no image copies selects none', () => {
    check(['libs/shared/README.md'], []);
    check(['docs/guide.md'], []);
    check(['apps/web/NOTES.md'], [], ['web']);
  });

  test('a Dockerfile selects its image', () => {
    check(['apps/web/Dockerfile'], ['web']);
  });

  test('what --exclude leaves out may still select: a glob that takes away could take too much', () => {
    check(['libs/wide/a/keep.txt'], ['wide']);
    check(['libs/wide/b/keep.txt'], ['wide']);
  });

  test('an ignore file that is added selects the images that would heed it', () => {
    workspace.write('apps/web/Dockerfile.dockerignore', 'docs\n');
    try {
      check(['apps/web/Dockerfile.dockerignore'], ['web']);
    } finally {
      workspace.remove('apps/web/Dockerfile.dockerignore');
    }
  });

  test('the ignore file of the root, there or not, selects every image built from the root', () => {
    check(['.dockerignore'], ['api', 'base', 'child', 'generated', 'tool', 'web', 'wide']);
  });

  test('an optional source that appears selects the image that would copy it', () => {
    workspace.write('apps/web/settings.local', 'x\n');
    try {
      check(['apps/web/settings.local'], ['web']);
    } finally {
      workspace.remove('apps/web/settings.local');
    }
    check(['web.options'], ['web']);
  });

  test('the source of what another task makes selects the image that copies it', () => {
    check(['apps/generated/src/main.txt'], ['generated']);
  });

  test('the version of the project and the options of its target are inputs', () => {
    check(['apps/web/package.json'], ['web']);
    check(['apps/generated/project.json'], ['generated']);
  });

  test('the configuration is an input of every image', () => {
    check(['dockwarden.yaml'], ['api', 'base', 'child', 'generated', 'tool', 'web', 'wide']);
  });

  test('a lock file that no image copies selects only what a task before an image depends on it for', () => {
    check(['package-lock.json'], ['generated'], ['api', 'base', 'child', 'generated', 'tool', 'web', 'wide']);
  });
});
