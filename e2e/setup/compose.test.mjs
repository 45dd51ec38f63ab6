import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { request as httpsRequest } from 'node:https';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { composeProject, loadScaffold } from '../support/compose-project.mjs';
import { docker, dockerOk, makeBench, withoutEngine } from '../support/engine.mjs';

const launcher = join(import.meta.dirname, '../../packages/cli/bin/dockwarden.js');

const CASES = {
  'an app alone': {},
  'a database and a cache': { with: ['postgres', 'redis'] },
  'every service of the table': {
    with: ['postgres', 'mysql', 'mariadb', 'mongo', 'redis', 'valkey', 'rabbitmq', 'nats', 'memcached'],
  },
  'both sidecars': { with: ['postgres'], sidecars: ['logs', 'proxy'] },
  'an external network': { with: ['redis'], network: { external: 'edge', aliases: ['shop.internal'] } },
};

function open(scaffold) {
  const id = randomBytes(4).toString('hex');
  const bench = makeBench(`accept-${id}/`);
  return { bench, id, project: composeProject(bench, scaffold, `@accept-${id}/api`) };
}

/** Findings of the strict pack in a folder, one line each: the files as they stand, and every model that they make. */
function strictFindings(root) {
  const args = [launcher, 'lint', '.', '--pack', 'strict', '--format', 'json', '--no-cache'];
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  assert.notEqual(stdout, '', stderr);
  const { findings, diagnostics, summary } = JSON.parse(stdout);
  // The Dockerfile, and three Compose files.
  assert.equal(summary.files, 4);
  return [...diagnostics, ...findings].map(
    (each) => `${each.file ?? each.path}: ${each.id ?? each.code} ${each.message}`,
  );
}

describe('planned Compose files keep every policy', () => {
  let scaffold;
  before(async () => {
    scaffold = await loadScaffold();
  });
  for (const [name, more] of Object.entries(CASES))
    test(name, () => {
      const { bench, project } = open(scaffold);
      try {
        assert.ok(project.set(more).includes('apps/api/compose.prod.yaml'));
        assert.deepEqual(strictFindings(bench.root), []);
        assert.deepEqual(project.set(more), []);
      } finally {
        bench.dispose();
      }
    });
});

describe('Compose and the engine take them', { skip: withoutEngine(), concurrency: false }, () => {
  let scaffold;
  let site;
  const ports = {};
  before(async () => {
    scaffold = await loadScaffold();
    site = open(scaffold);
    const first = 20_000 + (Number.parseInt(site.id.slice(0, 4), 16) % 20_000);
    const names = ['API_PORT', 'API_DEBUG_PORT', 'POSTGRES_PORT', 'REDIS_PORT', 'HTTP_PORT', 'HTTPS_PORT'];
    for (const [index, name] of names.entries()) ports[name] = String(first + index);
  });
  after(() => {
    if (!site) return;
    compose(PRODUCTION, 'down', '--volumes', '--remove-orphans', '--timeout', '2');
    const development = docker('image', 'ls', '--quiet', `accept-${site.id}-api`).stdout;
    if (development) docker('image', 'rm', '--force', development);
    site.bench.dispose();
  });

  const DEVELOPMENT = [];
  const PRODUCTION = ['--file', 'compose.yaml', '--file', 'compose.prod.yaml'];

  function compose(files, ...args) {
    return spawnSync('docker', ['compose', ...files, ...args], {
      cwd: site.project.folder,
      env: { ...process.env, TAG: '1.2.3', HTTP_ADDRESS: '127.0.0.1', ...ports },
      encoding: 'utf8',
      timeout: 180_000,
    });
  }
  function composeOk(files, ...args) {
    const { status, stdout, stderr } = compose(files, ...args);
    assert.equal(status, 0, `docker compose ${args.join(' ')}: ${stderr}`);
    return stdout.trim();
  }
  /** Writes over a file what a regular expression finds in it. */
  function replace(path, pairs) {
    let text = readFileSync(join(site.project.folder, path), 'utf8');
    for (const [from, to] of pairs) {
      assert.ok(text.includes(from), `${path} has no ${from}`);
      text = text.replaceAll(from, to);
    }
    writeFileSync(join(site.project.folder, path), text);
  }
  const ask = async () => (await fetch(`http://127.0.0.1:${ports.API_PORT}/`)).json();
  const states = (files) => composeOk(files, 'ps', '--format', '{{.Service}} {{.Health}}').split('\n').sort();

  for (const [name, more] of Object.entries(CASES))
    test(`${name}: both models are valid`, () => {
      const { bench, project } = open(scaffold);
      try {
        project.set(more);
        for (const files of [DEVELOPMENT, PRODUCTION, ['--file', 'compose.yaml']]) {
          const env = { ...process.env, TAG: '1.2.3' };
          const args = ['compose', ...files, 'config', '--format', 'json'];
          const { status, stdout, stderr } = spawnSync('docker', args, { cwd: project.folder, env, encoding: 'utf8' });
          assert.equal(status, 0, stderr);
          assert.equal(stderr, '');
          const { services } = JSON.parse(stdout);
          assert.equal(services.api.build === undefined, files === PRODUCTION);
        }
        const { TAG: _, ...env } = process.env;
        const untagged = spawnSync('docker', ['compose', ...PRODUCTION, 'config'], {
          cwd: project.folder,
          env,
          encoding: 'utf8',
        });
        assert.match(untagged.stderr, /set TAG to the version to run/);
      } finally {
        bench.dispose();
      }
    });

  /**
   * The engine of these tests may have other versions of the images than the table names, and one that belongs to another user: stand-ins under
   * names of this run, with the user of the official image.
   */
  function standIn() {
    const { bench } = site;
    const [postgres, redis] = ['postgres:16', 'redis:7'];
    bench.write({
      'stand-in/Dockerfile': `FROM ${redis}\nRUN chown 999:999 /data\n`,
    });
    dockerOk('build', '--quiet', '--tag', `${bench.prefix}redis:7`, join(bench.root, 'stand-in'));
    replace('compose.yaml', [
      ['image: postgres:17', `image: ${postgres}`],
      ['image: redis:8.2', `image: ${bench.prefix}redis:7`],
    ]);
  }

  test('development: the app waits for its services, reads its password, and is renewed as its sources change', async () => {
    const { project } = site;
    project.set({ with: ['postgres', 'redis'], sidecars: ['proxy'], password: () => 'of this run' });
    standIn();
    composeOk(DEVELOPMENT, 'up', '--wait', '--build');
    assert.deepEqual(states(DEVELOPMENT), ['api healthy', 'postgres healthy', 'redis healthy']);
    const seen = await ask();
    assert.deepEqual(
      [seen.mode, seen.uid, seen.password, seen.reached],
      ['development', 1000, 'of this run', { DATABASE_URL: true, REDIS_URL: true }],
    );
    replace('src/main.js', [['version: 1', 'version: 2']]);
    for (let tries = 0; tries < 50 && (await ask().catch(() => ({}))).version !== 2; tries++) await wait(200);
    assert.equal((await ask()).version, 2);
    const query = [
      'psql',
      '--username=app',
      '--dbname=app',
      '--tuples-only',
      '--command=create table kept (); select 1',
    ];
    assert.match(composeOk(DEVELOPMENT, 'exec', '--no-TTY', 'postgres', ...query), /1/);
    composeOk(DEVELOPMENT, 'down');
  });

  test('production: an image of a version, read-only, without capabilities, its data kept, gone at SIGTERM', async () => {
    const { bench } = site;
    const dockerfile = join(site.project.folder, 'Dockerfile');
    dockerOk('build', '--quiet', '--file', dockerfile, '--tag', `${bench.prefix}api:1.2.3`, bench.root);
    // Without the proxy, of which the next test is: nginx is another stand-in.
    replace('compose.prod.yaml', [['      replicas: 2', '      replicas: 1']]);
    composeOk(PRODUCTION, 'up', '--wait', 'api');
    assert.deepEqual(states(PRODUCTION), ['api healthy', 'postgres healthy', 'redis healthy']);
    const inside = composeOk(
      PRODUCTION,
      'exec',
      '--no-TTY',
      'api',
      'node',
      '-e',
      "fetch('http://127.0.0.1:3000').then(async (r) => console.log(await r.text()))",
    );
    const seen = JSON.parse(inside);
    assert.deepEqual(
      [seen.mode, seen.uid, seen.reached, seen.writesImage, seen.writesTmp],
      ['production', 1000, { DATABASE_URL: true, REDIS_URL: true }, false, true],
    );
    assert.match(
      composeOk(PRODUCTION, 'exec', '--no-TTY', 'postgres', 'psql', '--username=app', '--command=\\dt'),
      /kept/,
    );
    for (const service of ['api', 'postgres', 'redis']) {
      const [id] = composeOk(PRODUCTION, 'ps', '--quiet', service).split('\n');
      const format =
        '{{.HostConfig.ReadonlyRootfs}} {{.HostConfig.CapDrop}} {{.HostConfig.SecurityOpt}} {{.HostConfig.RestartPolicy.Name}} {{.HostConfig.LogConfig.Type}} {{.HostConfig.Memory}} {{.HostConfig.NanoCpus}} {{.HostConfig.PidsLimit}}';
      assert.match(
        dockerOk('inspect', '--format', format, id),
        /^true \[ALL\] \[no-new-privileges:true\] unless-stopped local [1-9]\d+ [1-9]\d+ [1-9]\d+$/,
      );
      assert.match(dockerOk('exec', id, 'cat', '/proc/1/status'), /CapBnd:\s+0+\n/);
    }
    const [id] = composeOk(PRODUCTION, 'ps', '--quiet', 'api').split('\n');
    const began = Date.now();
    dockerOk('stop', id);
    assert.ok(Date.now() - began < 9000);
    assert.equal(dockerOk('inspect', '--format', '{{.State.ExitCode}}', id), '0');
  });

  test('production: a proxy ends TLS before two containers of the app', async () => {
    const { folder } = site.project;
    const key = join(folder, '.secrets/tls-key.pem');
    const made = spawnSync(
      'openssl',
      [
        'req',
        '-x509',
        '-newkey',
        'rsa:2048',
        '-nodes',
        '-days',
        '1',
        '-subj',
        '/CN=localhost',
        '-keyout',
        key,
        '-out',
        join(folder, '.secrets/tls-certificate.pem'),
      ],
      { encoding: 'utf8' },
    );
    assert.equal(made.status, 0, made.stderr);
    spawnSync('chmod', ['644', key]);
    replace('compose.prod.yaml', [
      ['      replicas: 1', '      replicas: 2'],
      ['image: nginx:1.28-alpine', 'image: nginx:1.27'],
    ]);
    // The nginx of the tests' engine is older than this directive.
    replace('.compose/nginx.conf', [['    http2 on;\n', '']]);
    composeOk(PRODUCTION, 'up', '--wait');
    assert.deepEqual(states(PRODUCTION), [
      'api healthy',
      'api healthy',
      'postgres healthy',
      'proxy healthy',
      'redis healthy',
    ]);
    const plain = await fetch(`http://127.0.0.1:${ports.HTTP_PORT}/x`, { redirect: 'manual' });
    assert.equal(plain.status, 308);
    const text = await new Promise((resolve, reject) => {
      const asked = httpsRequest(
        { host: '127.0.0.1', port: ports.HTTPS_PORT, rejectUnauthorized: false },
        (response) => {
          let body = '';
          response.on('data', (chunk) => {
            body += chunk;
          });
          response.on('end', () => resolve(body));
        },
      );
      asked.on('error', reject).end();
    });
    assert.deepEqual([JSON.parse(text).proto, JSON.parse(text).mode], ['https', 'production']);
  });

  test('the log shipper reads what the app wrote, and cannot write there', async () => {
    const { bench, id, project } = open(scaffold);
    const files = ['--file', 'compose.yaml', '--file', 'stand-in.yaml'];
    const run = (...args) =>
      spawnSync('docker', ['compose', ...files, ...args], { cwd: project.folder, encoding: 'utf8', timeout: 120_000 });
    try {
      project.set({ sidecars: ['logs'] });
      // Another program in the same place: the shipper's own image is not among those of the tests' engine.
      bench.write({
        'apps/api/stand-in.yaml': `services:
  log-shipper:
    image: busybox:1.36
    command: [tail, -n, '+1', -F, /var/log/app/app.log]
    healthcheck: { test: [CMD, grep, -q, /seen, /var/log/app/app.log], interval: 1s }
  api: { healthcheck: { test: [CMD, node, -e, "fetch('http://127.0.0.1:3000/seen')"], interval: 1s } }
`,
      });
      const up = run('up', '--wait', '--build');
      assert.equal(up.status, 0, up.stderr);
      assert.match(run('logs', 'log-shipper').stdout, /\/seen/);
      assert.match(run('exec', '--no-TTY', 'log-shipper', 'touch', '/var/log/app/x').stderr, /Read-only file system/);
    } finally {
      run('down', '--volumes', '--timeout', '2');
      docker('image', 'rm', '--force', `accept-${id}-api-api`);
      bench.dispose();
    }
  });
});
