// A day's work with real containers: run, shell, logs, inspect, up and down, as the command line has them.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { docker, dockerOk, makeBench, withoutEngine } from '../support/engine.mjs';
import { freePort } from '../support/health-app.mjs';

const launcher = join(import.meta.dirname, '../../packages/cli/bin/dockwarden.js');
const skip = withoutEngine();
const id = randomBytes(4).toString('hex');
const API = `day-api-${id}`;
const BARE = `day-bare-${id}`;

const server = (port) => `
import { createServer } from 'node:http';
import { writeFileSync } from 'node:fs';
const writes = (path) => { try { writeFileSync(path, ''); return true; } catch { return false; } };
createServer((request, response) => {
  response.end(JSON.stringify({ greeting: process.env.GREETING, uid: process.getuid(), root: writes('/home/node/x'), tmp: writes('/tmp/x') }));
}).listen(${port}, () => console.log('listening'));
if (process.env.DEAF) process.on('SIGINT', () => console.log('deaf'));
else for (const [signal, code] of [['SIGINT', 42], ['SIGTERM', 43]]) process.on(signal, () => process.exit(code));
`;

describe('day to day', { skip, concurrency: false }, () => {
  let bench;
  let port;
  before(async () => {
    bench = makeBench(`day-e2e-${id}/`);
    port = await freePort();
    bench.write({
      'package.json': '{ "name": "day", "private": true, "workspaces": ["apps/*"] }\n',
      'dockwarden.yaml': `dockwarden: config/v1\nextends: []\nbuild:\n  repository: day-e2e-${id}/{image}\n`,
      'apps/api/package.json': JSON.stringify({ name: API, version: '1.0.0' }),
      'apps/api/server.mjs': server(port),
      'apps/api/Dockerfile': `FROM node:22-bookworm-slim
ENV GREETING=none DATABASE_URL=postgres://app:hushhush@db/app
COPY server.mjs /app/
USER 1000:1000
EXPOSE ${port}
HEALTHCHECK --interval=1s CMD ["node", "-e", "fetch('http://127.0.0.1:${port}').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "/app/server.mjs"]
`,
      'apps/api/.dockerignore': '*\n!server.mjs\n',
      'apps/api/.env': 'GREETING=from a file\n',
      'apps/api/compose.yaml': `name: day-${id}\nservices:\n  ${API}:\n    image: day-e2e-${id}/composed\n    build: .\n    ports: ["127.0.0.1:${port}:${port}"]\n`,
      'apps/api/compose.prod.yaml': `services:\n  ${API}:\n    environment: { GREETING: "\${TAG:?which}" }\n`,
      'apps/bare/package.json': JSON.stringify({ name: BARE, version: '1.0.0' }),
      'apps/bare/server.mjs': server(port),
      'apps/bare/Dockerfile':
        'FROM gcr.io/distroless/nodejs22-debian12:nonroot\nCOPY server.mjs /app/\nCMD ["/app/server.mjs"]\n',
      'apps/bare/.dockerignore': '*\n!server.mjs\n',
    });
    assert.equal(spawnSync('git', ['init', '-q', bench.root]).status, 0);
  });
  after(() => {
    if (!bench) return;
    const own = [API, BARE].flatMap((name) => idsOf(`dev.dockwarden.run.image=${name}`));
    const left = [...own, ...idsOf(`com.docker.compose.project=day-${id}`)];
    if (left.length > 0) docker('container', 'rm', '--force', ...left);
    docker('network', 'rm', `day-${id}_default`);
    bench.dispose();
  });

  function idsOf(label) {
    return docker('container', 'ls', '--all', '--quiet', '--filter', `label=${label}`)
      .stdout.split('\n')
      .filter(Boolean);
  }

  const cwd = (more) => ({ cwd: bench.root, encoding: 'utf8', timeout: 120_000, ...more });
  function dockwarden(args, more) {
    const { status, stdout, stderr } = spawnSync(process.execPath, [launcher, ...args], cwd(more));
    return { code: status, stdout, stderr, output: `${stdout}${stderr}` };
  }

  /** Starts it, and goes on once it says so or the app answers. */
  async function started(args) {
    const child = spawn(process.execPath, [launcher, ...args], { cwd: bench.root, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text));
    const ended = new Promise((resolve) => child.on('close', resolve));
    return { child, ended, output: () => output };
  }

  async function answer() {
    for (let tries = 0; tries < 300; tries++) {
      const response = await fetch(`http://127.0.0.1:${port}`).catch(() => undefined);
      if (response) return response.json();
      await wait(100);
    }
    return assert.fail('nothing answers');
  }

  test('run builds what is missing, publishes on this machine alone, and ends with the container', async () => {
    const run = await started(['run', API, '--read-only', '--env-file', 'apps/api/.env']);
    assert.deepEqual(await answer(), { greeting: 'from a file', uid: 1000, root: false, tmp: true });
    assert.match(run.output(), /built: day-api-/);
    const [container] = idsOf(`dev.dockwarden.run.image=${API}`);
    const inspected = JSON.parse(dockerOk('container', 'inspect', container))[0];
    assert.equal(inspected.Name, `/${API}`);
    assert.deepEqual(inspected.NetworkSettings.Ports, {
      [`${port}/tcp`]: [{ HostIp: '127.0.0.1', HostPort: String(port) }],
    });
    const again = dockwarden(['run', API]);
    assert.equal(again.code, 1);
    assert.match(again.stderr, /runs already, as the container day-api-/);
    run.child.kill('SIGINT');
    assert.equal(await run.ended, 42, run.output());
    assert.deepEqual(idsOf(`dev.dockwarden.run.image=${API}`), []);
  });

  test('run a second time builds nothing; SIGTERM reaches the container, a second signal ends it at once', async () => {
    const run = await started(['run', API]);
    assert.equal((await answer()).root, true);
    assert.doesNotMatch(run.output(), /built: /);
    run.child.kill('SIGTERM');
    assert.equal(await run.ended, 43);
    const deaf = await started(['run', API, '--env', 'DEAF=1']);
    await answer();
    deaf.child.kill('SIGINT');
    while (!deaf.output().includes('deaf')) await wait(50);
    deaf.child.kill('SIGINT');
    assert.equal(await deaf.ended, 137);
    assert.deepEqual(idsOf(`dev.dockwarden.run.image=${API}`), []);
  });

  test('a command of its own, and what the container says by its exit code', () => {
    const { code, stdout } = dockwarden(['run', API, '--', 'sh', '-c', 'id -u; exit 5']);
    assert.deepEqual({ code, stdout }, { code: 5, stdout: '1000\n' });
    assert.equal(dockwarden(['run', API, '--', '/no/such/program']).code, 1);
    assert.equal(dockwarden(['run', API, '--port', 'x']).code, 2);
    assert.equal(dockwarden(['run', `${API}x`]).code, 2);
  });

  test('shell in a fresh container, and in the one that runs; logs and inspect of that', async () => {
    const fresh = dockwarden(['shell', API], { input: 'echo $0; hostname; exit 3\n' });
    assert.equal(fresh.code, 3, fresh.output);
    assert.match(fresh.stdout, /^bash\n/);
    const detached = dockwarden(['run', API, '--detach', '--env', 'GREETING=there']);
    assert.equal(detached.code, 0, detached.output);
    await answer();
    const inside = dockwarden(['shell', API, '--', 'sh', '-c', 'echo $GREETING; id -u']);
    assert.equal(inside.stdout, 'there\n1000\n');
    assert.equal(dockwarden(['shell', API, '--user', 'root', '--', 'id', '-u']).stdout, '0\n');
    assert.equal(dockwarden(['logs', API, '--no-follow', '--tail', '1']).stdout, 'listening\n');
    const following = await started(['logs', API]);
    while (!following.output().includes('listening')) await wait(50);
    following.child.kill('SIGINT');
    assert.equal(await following.ended, 130);
    for (let tries = 0; tries < 100 && !dockwarden(['inspect', API]).stdout.includes('(healthy)'); tries++)
      await wait(200);
    const shown = dockwarden(['inspect', API, '--format', 'json']);
    assert.equal(shown.code, 0, shown.output);
    const image = JSON.parse(shown.stdout);
    assert.equal(image.user, '1000:1000');
    assert.deepEqual(image.ports, [`${port}/tcp`]);
    assert.equal(image.environment.DATABASE_URL, 'postgres://app:•••@db/app');
    assert.ok(!shown.stdout.includes('hushhush'));
    assert.ok(image.layers.some(({ createdBy }) => createdBy?.includes('COPY server.mjs')));
    assert.deepEqual(
      image.containers.map(({ name, status, health }) => ({ name, status, health })),
      [{ name: API, status: 'running', health: 'healthy' }],
    );
    const replaced = dockwarden(['run', API, '--replace', '--', 'true']);
    assert.equal(replaced.code, 0, replaced.output);
    const none = dockwarden(['logs', API]);
    assert.equal(none.code, 3);
    assert.match(none.stderr, /No container of day-api-/);
  });

  test('an image without a shell says so; a toolbox sees its processes, files and network', () => {
    const none = dockwarden(['shell', BARE]);
    assert.equal(none.code, 1, none.output);
    assert.match(none.stderr, /has no shell/);
    const command = `cat /proc/1/cmdline | tr '\\0' ' '; echo; ls /proc/1/root/app; wget -qO- http://127.0.0.1:${port}; echo`;
    const toolbox = dockwarden(['shell', BARE, '--toolbox', 'busybox:1.36', '--', 'sh', '-c', `sleep 2; ${command}`]);
    assert.equal(toolbox.code, 0, toolbox.output);
    const [program, file, answered] = toolbox.stdout.split('\n');
    assert.match(program, /\/app\/server\.mjs/);
    assert.equal(file, 'server.mjs');
    assert.equal(JSON.parse(answered).uid, 65532);
    assert.deepEqual(dockerOk('container', 'ls', '--all', '--quiet', '--filter', `ancestor=day-e2e-${id}/${BARE}`), '');
  });

  test('up until every service is healthy; its containers are found; down', async () => {
    const up = dockwarden(['up', API, '--wait', '--build']);
    assert.equal(up.code, 0, up.output);
    assert.equal((await answer()).greeting, 'none');
    assert.equal(dockwarden(['shell', API, '--', 'id', '-u']).stdout, '1000\n');
    assert.match(dockwarden(['logs', API, '--no-follow']).stdout, /listening/);
    const prod = dockwarden(['up', '--prod', '--tag', '1.2.3', '--wait'], { cwd: join(bench.root, 'apps/api') });
    assert.equal(prod.code, 0, prod.output);
    assert.equal((await answer()).greeting, '1.2.3');
    const down = dockwarden(['down', API, '--prod']);
    assert.equal(down.code, 0, down.output);
    assert.deepEqual(idsOf(`com.docker.compose.project=day-${id}`), []);
    const untagged = dockwarden(['up', API, '--prod', '--wait']);
    assert.notEqual(untagged.code, 0);
    assert.match(untagged.stderr, /which/);
  });

  test('up goes on until it is asked to stop', async () => {
    const up = await started(['up', API]);
    await answer();
    up.child.kill('SIGINT');
    assert.equal(await up.ended, 130, up.output());
    assert.equal(dockwarden(['down', API]).code, 0);
    assert.equal(dockwarden(['up', BARE]).code, 2);
  });
});
