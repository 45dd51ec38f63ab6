import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { makeWorkspace } from '../support/nx-workspace.mjs';
import { BONES, manifest, NX_JSON } from './shared-files.mjs';

const LEAN = 'FROM debian:12\nRUN apt-get install --no-install-recommends -y curl\n';
const FAT = 'FROM debian:12\nRUN apt-get install -y curl\n';

const FILES = {
  ...BONES,
  'apps/good/package.json': manifest('good'),
  'apps/good/Dockerfile': LEAN,
  'apps/bad/package.json': manifest('bad'),
  'apps/bad/Dockerfile': 'FROM debian\n',
  'apps/fat/package.json': manifest('fat'),
  'apps/fat/Dockerfile': FAT,
};

describe('run-many', () => {
  let workspace;
  before(() => {
    workspace = makeWorkspace(FILES);
  });
  after(() => workspace.dispose());

  test('one batch; the project with an error fails, and it alone', () => {
    const { code, output } = workspace.lint();
    assert.equal(code, 1);
    assert.match(output, /Running 3 tasks with @dockwarden\/nx:lint/);
    assert.match(output, /apps\/bad\/Dockerfile[\s\S]*debian has no tag/);
    assert.match(output, /Failed tasks:\s+- bad:docker-lint\s/);
    assert.doesNotMatch(output, /- (?:good|fat):docker-lint/);
  });

  test('what passed is cached, what failed runs again', () => {
    assert.deepEqual(workspace.lint().hits, ['fat', 'good']);
  });

  test('a clean project says one line', () => {
    const { code, output } = workspace.nx(['run', 'good:docker-lint', '--skip-nx-cache']);
    assert.equal(code, 0, output);
    const lines = output.split('\n').map((line) => line.trim());
    const said = lines
      .slice(
        0,
        lines.findIndex((line) => line.startsWith('NX')),
      )
      .filter((line) => line && !line.startsWith('>'));
    assert.equal(said.length, 1, output);
    assert.match(said[0], /1 file/);
  });

  test('output is the same in every run and names no folder of the machine', () => {
    const [first, second] = [0, 1].map(() => {
      const { output } = workspace.nx(['run', 'bad:docker-lint', '--skip-nx-cache']);
      return output.slice(output.indexOf('apps/bad/Dockerfile'), output.indexOf(' NX '));
    });
    assert.equal(first, second);
    assert.ok(!first.includes(workspace.root), first);
  });

  test('--no-cache, --no-waivers and --no-baseline are options here, too', () => {
    const flags = ['--no-cache', '--no-waivers', '--no-baseline'];
    const { code, output } = workspace.nx(['run', 'good:docker-lint', ...flags]);
    assert.equal(code, 0, output);
    assert.match(output, /1 file/);
    assert.equal(workspace.nx(['run', 'bad:docker-lint', ...flags]).code, 1);
  });

  test('--batch=false gives the same verdicts, task by task', () => {
    const { code, output } = workspace.lint('--batch=false', '--skip-nx-cache');
    assert.equal(code, 1);
    assert.doesNotMatch(output, /tasks with @dockwarden\/nx:lint/);
    assert.match(output, /debian has no tag/);
    assert.match(output, /Failed tasks:\s+- bad:docker-lint\s/);
    assert.doesNotMatch(output, /- (?:good|fat):docker-lint/);
  });

  test('--fail-on and --max-warnings', () => {
    for (const option of ['--fail-on=warning', '--max-warnings=0']) {
      assert.equal(workspace.nx(['run', 'fat:docker-lint', option]).code, 1, option);
      assert.equal(workspace.nx(['run', 'good:docker-lint', option]).code, 0, option);
    }
    assert.equal(workspace.nx(['run', 'fat:docker-lint', '--max-warnings=1']).code, 0);
  });

  test('started in a folder of the workspace, paths are those of the root', () => {
    const { output } = workspace.nx(['run', 'bad:docker-lint', '--skip-nx-cache'], {
      cwd: `${workspace.root}/apps/good`,
    });
    assert.match(output, /apps\/bad\/Dockerfile/);
  });

  test('an option that is none is refused in a sentence', () => {
    const { code, output } = workspace.nx(['run', 'good:docker-lint', '--fail-on=fatal']);
    assert.equal(code, 1);
    assert.match(output, /failOn is "fatal"; it has to be error, warning or info\./);
    assert.doesNotMatch(output, /^\s+at .*\(.*:\d+:\d+\)/m);
  });
});

describe('a report in a file', () => {
  let workspace;
  before(() => {
    workspace = makeWorkspace({
      ...FILES,
      'nx.json': {
        ...NX_JSON,
        targetDefaults: {
          'docker-lint': {
            options: { format: ['json={projectRoot}/lint.json'] },
            outputs: ['{projectRoot}/lint.json'],
          },
        },
      },
    });
  });
  after(() => workspace.dispose());

  test('is written for each project and restored from the cache', () => {
    workspace.lint();
    assert.deepEqual(workspace.readJson('apps/good/lint.json').findings, []);
    assert.equal(workspace.readJson('apps/bad/lint.json').findings[0].file, 'apps/bad/Dockerfile');
    workspace.remove('apps/good/lint.json');
    assert.deepEqual(workspace.lint().hits, ['fat', 'good']);
    assert.deepEqual(workspace.readJson('apps/good/lint.json').findings, []);
  });

  test('one name for several projects is refused', () => {
    const { code, output } = workspace.lint('--format=json=all.json', '--projects=good,fat');
    assert.equal(code, 1);
    assert.match(output, /Several tasks would write all\.json/);
    assert.equal(workspace.exists('all.json'), false);
  });
});

describe('--fix', () => {
  let workspace;
  before(() => {
    workspace = makeWorkspace(FILES);
  });
  after(() => workspace.dispose());

  test('mends the file, and is never answered from the cache', () => {
    for (const batch of ['--batch', '--batch', '--batch=false']) {
      workspace.write('apps/fat/Dockerfile', FAT);
      const { code, output } = workspace.nx(['run', 'fat:docker-lint', '--fix', batch]);
      assert.equal(code, 0, output);
      assert.match(output, /fixed apps\/fat\/Dockerfile/);
      assert.equal(workspace.read('apps/fat/Dockerfile'), LEAN);
    }
  });

  test('after it, a usual run is cached as ever', () => {
    workspace.lint('--projects=fat');
    assert.deepEqual(workspace.lint('--projects=fat').hits, ['fat']);
  });

  test('--dry-run shows a diff and changes nothing', () => {
    workspace.write('apps/fat/Dockerfile', FAT);
    const { output } = workspace.nx(['run', 'fat:docker-lint', '--fix', '--dry-run']);
    assert.match(output, /^\+RUN apt-get install --no-install-recommends -y curl$/m);
    assert.equal(workspace.read('apps/fat/Dockerfile'), FAT);
  });

  test('with inputs of its own, by which the cache would answer, it is refused', () => {
    workspace.write('apps/fat/Dockerfile', FAT);
    const lintWith = (inputs, ...more) => {
      workspace.write('apps/fat/project.json', { name: 'fat', targets: { 'docker-lint': { inputs } } });
      return workspace.nx(['run', 'fat:docker-lint', '--fix', ...more]);
    };
    try {
      for (const batch of ['--batch', '--batch=false']) {
        const { code, output } = lintWith(['{projectRoot}/**/*'], batch);
        assert.equal(code, 1, output);
        assert.match(output, /cached by inputs of its own/);
        assert.equal(workspace.read('apps/fat/Dockerfile'), FAT);
        assert.equal(lintWith(['{projectRoot}/**/*', { env: 'DOCKWARDEN_FIX_RUN' }], batch).code, 0);
        assert.equal(workspace.read('apps/fat/Dockerfile'), LEAN);
        workspace.write('apps/fat/Dockerfile', FAT);
      }
    } finally {
      workspace.remove('apps/fat/project.json');
    }
  });

  test('as an option of a cached target it is refused', () => {
    workspace.write('apps/fat/project.json', { name: 'fat', targets: { 'docker-lint': { options: { fix: true } } } });
    try {
      const { code, output } = workspace.nx(['run', 'fat:docker-lint']);
      assert.equal(code, 1);
      assert.match(output, /would be answered from the cache/);
      assert.equal(workspace.read('apps/fat/Dockerfile'), FAT);
    } finally {
      workspace.remove('apps/fat/project.json');
    }
  });
});
