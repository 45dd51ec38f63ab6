import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { docker, dockerOk, registry, removeImages, withoutEngine } from '../support/engine.mjs';
import { makeWorkspace, setting } from '../support/nx-workspace.mjs';
import { imagesWorkspace } from './images-workspace.mjs';

/** Builds are the same whatever runs them: one major of Nx is enough, beside the selection of tasks that is tested with all. */
const skip = withoutEngine() || (setting.major === '24' ? false : 'tested with Nx 24');
const salt = randomBytes(4).toString('hex');
const PREFIX = `nx-e2e-${salt}`;

/** Until no process of this machine has these words in its command line: the engine runs its builds here. */
async function untilNone(words) {
  const isRunning = () =>
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
      .some((pid) => {
        try {
          return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(words);
        } catch {
          return false;
        }
      });
  for (let wait = 0; wait < 50 && isRunning(); wait++) await new Promise((resolve) => setTimeout(resolve, 200));
  assert.ok(!isRunning(), 'the build goes on');
}

describe('images as tasks of Nx', { skip, concurrency: false }, () => {
  let workspace;
  before(() => {
    workspace = makeWorkspace({ ...imagesWorkspace(PREFIX), 'libs/shared/src/salt.txt': `${salt}\n` });
    workspace.git('init', '-q');
    commit('first');
  });
  after(() => {
    removeImages((name) => name.includes(PREFIX));
    workspace?.dispose();
  });

  function commit(message) {
    workspace.git('add', '-A');
    workspace.git('commit', '-qm', message);
  }

  const nx = (...args) => workspace.nx([...args, '--output-style=static']);
  const run = (target, projects, ...more) => nx('run-many', '-t', target, `--projects=${projects}`, ...more);
  const isThere = (image, tag = '1.2.0') => docker('image', 'inspect', `${PREFIX}/${image}:${tag}`).status === 0;
  const keyTags = (image) =>
    dockerOk('image', 'ls', '--format', '{{.Tag}}', `${PREFIX}/${image}`)
      .split('\n')
      .filter((tag) => tag.startsWith('in-'))
      .sort();
  const deleteImage = (image) =>
    dockerOk('image', 'rm', '--force', ...[...keyTags(image), '1.2.0'].map((tag) => `${PREFIX}/${image}:${tag}`));
  const failedTasks = (output) => [...output.matchAll(/^- (\S+):docker-build$/gm)].map((match) => match[1]).sort();

  test('run-many builds every image, parents and generated sources first; the second run finds them', () => {
    const first = nx('run-many', '-t', 'docker-build');
    assert.equal(first.code, 0, first.output);
    for (const image of ['api', 'base', 'child', 'generated', 'tool', 'web', 'wide']) {
      assert.match(first.output, new RegExp(`built: ${image} sha256:`));
      assert.ok(isThere(image), image);
      assert.equal(workspace.readJson(`dist/docker/${image}/metadata.json`).image, image);
    }
    assert.match(first.output, /web \| web/, 'what the build printed stands in the output of its task');
    assert.equal(dockerOk('run', '--rm', `${PREFIX}/generated:1.2.0`, 'cat', '/app/out.txt'), 'generated');
    assert.equal(dockerOk('run', '--rm', `${PREFIX}/child:1.2.0`, 'cat', '/etc/motd'), 'hello');
    const second = nx('run-many', '-t', 'docker-build');
    assert.equal(second.code, 0, second.output);
    for (const image of ['api', 'base', 'child', 'generated', 'tool', 'web', 'wide'])
      assert.match(second.output, new RegExp(`present: ${image} sha256:\\S+ \\(inputs unchanged\\)`));
    assert.doesNotMatch(second.output, /built: /);
  });

  test('an image that was deleted is built again, whatever Nx has kept', () => {
    deleteImage('api');
    const { code, output } = run('docker-build', 'api,web');
    assert.equal(code, 0, output);
    assert.match(output, /built: api sha256:/);
    assert.match(output, /present: web sha256:/);
    assert.ok(isThere('api'));
  });

  test('the source of a generated input is made and built anew', () => {
    workspace.write('apps/generated/src/main.txt', 'made again\n');
    const { code, output } = run('docker-build', 'generated');
    assert.equal(code, 0, output);
    assert.match(output, /built: generated sha256:/);
    assert.equal(dockerOk('run', '--rm', `${PREFIX}/generated:1.2.0`, 'cat', '/app/out.txt'), 'made again');
    commit('made again');
  });

  test('--skip-nx-cache builds although the image is there', () => {
    const { code, output } = run('docker-build', 'tool', '--skip-nx-cache');
    assert.equal(code, 0, output);
    assert.match(output, /built: tool sha256:/);
  });

  test('the plain executor does the same', () => {
    const { code, output } = nx('run', 'tool:docker-build', '--batch=false');
    assert.equal(code, 0, output);
    assert.match(output, /present: tool sha256:/);
  });

  test('one image that fails to build fails its own task alone, with its place and words', () => {
    workspace.write(
      'apps/api/Dockerfile',
      `${workspace.read('apps/api/Dockerfile')}RUN echo words of ${salt}; exit 7\n`,
    );
    workspace.write('apps/web/src/main.txt', 'another\n');
    const { code, output } = run('docker-build', 'api,web,tool');
    workspace.git('checkout', '-q', '.');
    assert.equal(code, 1, output);
    assert.deepEqual(failedTasks(output), ['api']);
    assert.match(output, /failed: api/);
    assert.match(output, /apps\/api\/Dockerfile:5/);
    assert.match(output, new RegExp(`words of ${salt}`));
    assert.match(output, /built: web sha256:/);
    assert.match(output, /present: tool sha256:/);
  });

  test('one that cannot be planned fails its own task alone, and the rest is still one session', () => {
    workspace.write('apps/api/Dockerfile', 'FROM busybox:1.36\nCOPY apps/api/src apps/api/nowhere /app/\n');
    workspace.write('apps/web/src/main.txt', 'a third\n');
    const { code, output } = run('docker-build', 'api,web,tool');
    workspace.git('checkout', '-q', '.');
    assert.equal(code, 1, output);
    assert.deepEqual(failedTasks(output), ['api']);
    assert.match(output, /apps\/api\/nowhere/);
    assert.match(output, /built: web sha256:/);
    assert.match(output, /present: tool sha256:/);
  });

  test('a configuration that cannot be read: the graph stands, and each task says what is wrong', () => {
    workspace.write('dockwarden.yaml', 'dockwarden: config/v1\nbuild: [\n');
    const { code, output } = run('docker-build', 'web,tool');
    const shown = workspace.nx(['show', 'projects', '--with-target', 'docker-build', '--json']);
    workspace.git('checkout', '-q', '.');
    assert.equal(code, 1, output);
    assert.match(output, /dockwarden\.yaml/);
    assert.deepEqual(failedTasks(output), ['tool', 'web']);
    assert.ok(JSON.parse(shown.stdout).includes('web'), shown.output);
  });

  test('what project.json and the command line say of an image holds', () => {
    workspace.write('apps/tool/project.json', {
      name: 'tool',
      targets: { 'docker-build': { options: { labels: { 'org.example.team': 'tools' }, tags: ['from-project'] } } },
    });
    const first = run('docker-build', 'tool');
    const second = run('docker-build', 'tool', '--tag=from-line');
    assert.equal(first.code, 0, first.output);
    assert.equal(second.code, 0, second.output);
    const label = '{{index .Config.Labels "org.example.team"}}';
    assert.equal(dockerOk('image', 'inspect', '--format', label, `${PREFIX}/tool:from-project`), 'tools');
    assert.ok(isThere('tool', 'from-line'));
    workspace.write('apps/tool/project.json', {
      name: 'tool',
      targets: { 'docker-build': { options: { tags: 'one' } } },
    });
    const third = run('docker-build', 'tool,web');
    workspace.remove('apps/tool/project.json');
    assert.deepEqual(failedTasks(third.output), ['tool']);
    assert.match(third.output, /tags/);
  });

  test('names, tags and arguments with signs of a shell are data', () => {
    const evil = '$(touch pwned); `touch pwned` && touch pwned';
    workspace.write('apps/evil/project.json', { name: `evil ${evil}`, targets: {} });
    workspace.write('apps/evil/x.txt', salt);
    workspace.write(
      'apps/evil/Dockerfile',
      'FROM busybox:1.36\nARG WORD\nCOPY apps/evil/x.txt /\nRUN echo "$WORD" > /word\n',
    );
    const named = nx('run-many', '-t', 'docker-build', '-p', 'evil*', `--buildArg=WORD=${evil}`);
    assert.equal(named.code, 0, named.output);
    assert.match(named.output, /built: evil/);
    const tagged = run('docker-build', 'web', `--tag=${evil}`);
    assert.notEqual(tagged.code, 0, tagged.output);
    assert.ok(!workspace.exists('pwned'));
    assert.ok(!workspace.exists('apps/evil/pwned'));
    workspace.remove('apps/evil');
  });

  test('Ctrl-C ends the builds and leaves nothing half-written; the next run builds', async () => {
    workspace.write('apps/web/Dockerfile', `FROM busybox:1.36\nCOPY apps/web/src /app\nRUN echo ${salt} && sleep 30\n`);
    workspace.remove('dist/docker/web');
    const before = keyTags('web');
    const started = workspace.nxInterrupted(['run', 'web:docker-build'], /building 1 of 1: web/, 3000);
    const { code, output, seconds } = await started;
    assert.notEqual(code, 0, output);
    assert.ok(seconds < 25, `it took ${seconds} s`);
    assert.ok(!workspace.exists('dist/docker/web/metadata.json'));
    assert.deepEqual(keyTags('web'), before);
    await untilNone(`echo ${salt} && sleep 30`);
    workspace.write('apps/web/Dockerfile', `FROM busybox:1.36\nCOPY apps/web/src /app\nRUN echo ${salt}\n`);
    const again = run('docker-build', 'web');
    workspace.git('checkout', '-q', '.');
    assert.equal(again.code, 0, again.output);
    assert.match(again.output, /built: web sha256:/);
  });

  test('docker-extract is kept where nothing from elsewhere decides it, and only there', () => {
    const files = () => workspace.read('dist/extract/tool/out.txt');
    assert.equal(run('docker-extract', 'tool').code, 0);
    assert.equal(files(), 'tool\n');
    workspace.remove('dist/extract');
    const again = run('docker-extract', 'tool');
    assert.match(again.output, /local cache/);
    assert.equal(files(), 'tool\n');
    workspace.write(
      'apps/tool/Dockerfile',
      'FROM busybox:1.36 AS b\nRUN echo b > /b\nFROM scratch\nCOPY --from=b /b /out.txt\n',
    );
    const target = JSON.parse(workspace.nx(['show', 'project', 'tool', '--json']).stdout).targets['docker-extract'];
    assert.equal(target.cache, false);
    const moved = run('docker-extract', 'tool');
    workspace.git('checkout', '-q', '.');
    assert.equal(moved.code, 0, moved.output);
    assert.equal(files(), 'b\n');
  });

  test('with the flags of a workflow: a summary outside of the workspace, and a cache for each image', () => {
    const aside = mkdtempSync(join(setting.folder, 'ci-'));
    workspace.write('apps/web/src/ci.txt', salt);
    commit('for ci');
    const flags = [
      `--summary=${aside}/reports/builds.md`,
      `--cache-from=type=local,src=${aside}/cache-{image}`,
      `--cache-to=type=local,dest=${aside}/cache-{image},mode=max`,
    ];
    const env = { NX_BASE: 'HEAD~1', NX_HEAD: 'HEAD' };
    const { code, output } = workspace.nx(['affected', '-t', 'docker-build', ...flags], { env });
    assert.equal(code, 0, output);
    const summary = readFileSync(join(aside, 'reports/builds.md'), 'utf8');
    assert.match(summary, /^### Images: .*1 built/m);
    assert.match(summary, /^\| web \| built \| .* \| `sha256:[0-9a-f]{12}` \|$/m);
    assert.deepEqual(
      readdirSync(aside).filter((name) => name === 'cache-web'),
      ['cache-web'],
    );
  });

  test('docker-push needs no build of this machine', () => {
    const images = `dockwarden: config/v1\nextends: []\nbuild:\n  repository: ${registry}/${PREFIX}/{image}\n  tags: ["{version}"]\n`;
    workspace.write('dockwarden.yaml', images);
    commit('pushed');
    const { code, output } = run('docker-push', 'web,tool');
    assert.equal(code, 0, output);
    assert.doesNotMatch(output, /docker-build/);
    dockerOk('buildx', 'imagetools', 'inspect', `${registry}/${PREFIX}/web:1.2.0`);
    dockerOk('buildx', 'imagetools', 'inspect', `${registry}/${PREFIX}/tool:1.2.0`);
  });

  test('docker-pin writes digests on Nx’s tree, docker-ci a workflow', () => {
    // Images of the workspace itself are not pinned.
    const outside = `${registry}/${PREFIX}-outside/busybox:1`;
    dockerOk('tag', 'busybox:1.36', outside);
    dockerOk('push', '--quiet', outside);
    workspace.write('apps/web/Dockerfile', `FROM ${outside}\nCOPY apps/web/src /app\n`);
    const planned = workspace.nx(['g', '@dockwarden/nx:docker-pin', '--dry-run']);
    assert.equal(planned.code, 0, planned.output);
    assert.match(planned.output, /UPDATE apps\/web\/Dockerfile/);
    assert.doesNotMatch(workspace.read('apps/web/Dockerfile'), /@sha256:/);
    assert.equal(workspace.nx(['g', '@dockwarden/nx:docker-pin']).code, 0);
    assert.match(workspace.read('apps/web/Dockerfile'), /busybox:1@sha256:[0-9a-f]{64}/);
    workspace.git('checkout', '-q', '.');
    const made = workspace.nx(['g', '@dockwarden/nx:docker-ci', '--registry=ghcr.io']);
    assert.equal(made.code, 0, made.output);
    assert.match(workspace.read('.github/workflows/containers.yml'), /nx "\$@" -t docker-push/);
    assert.match(workspace.nx(['g', '@dockwarden/nx:docker-ci', '--registry=ghcr.io']).output, /up to date/);
  });
});
