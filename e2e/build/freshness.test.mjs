import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { committed, makeYard } from '../support/build-workspace.mjs';
import { dockerOk, registry, withoutEngine } from '../support/engine.mjs';
import { digestIn, recordingProxy, tagsIn } from '../support/registry-api.mjs';

const skip = withoutEngine();
const protectedRun = { CI: 'true', GITHUB_REF: 'refs/heads/main', GITHUB_EVENT_NAME: 'push' };

describe('what moves without a commit', { skip, concurrency: false }, () => {
  let yard;
  before(() => {
    yard = makeYard('fresh');
  });
  after(() => yard?.dispose());

  const one = (name, dockerfile, build = {}) => {
    const workspace = yard.workspace(name, {
      'apps/api/package.json': '{"name":"api","version":"1.0.0"}',
      'apps/api/Dockerfile': dockerfile,
      'apps/api/file.txt': `${name} ${yard.prefix}\n`,
    });
    return committed(workspace, {
      build: { repository: `${yard.prefix}/${name}-{image}`, tags: ['{version}'], ...build },
    });
  };

  const labelOf = (digest, name) =>
    JSON.parse(dockerOk('image', 'inspect', '--format', '{{json .Config.Labels}}', digest))[name];
  const layersOf = (image) => JSON.parse(dockerOk('image', 'inspect', '--format', '{{json .RootFS.Layers}}', image));
  const read = (image, path) => dockerOk('run', '--rm', image, 'cat', path);

  /** Pushes a base whose file says `text`, under a tag of its own. */
  function pushBase(tag, text) {
    const folder = yard.aside(`base-${tag}`, {
      Dockerfile: 'FROM busybox:1.36\nCOPY base.txt /\n',
      'base.txt': `${text}\n`,
    });
    const name = `${yard.remote}/base:${tag}`;
    dockerOk('build', '--quiet', '--tag', name, folder);
    dockerOk('push', '--quiet', name);
    return name;
  }

  test('a base moves: CI builds on it and names its digest; elsewhere the engine has what it has', async () => {
    yard.pushes('base');
    const base = pushBase('1', 'old');
    const workspace = await one('moved', `FROM ${base}\nCOPY file.txt /\n`);
    const before = (await workspace.ask(['build'], { env: { CI: 'true' } })).image('api');
    assert.equal(before.status, 'built');
    assert.equal((await workspace.ask(['build'], { env: { CI: 'true' } })).image('api').status, 'present');
    const local = (await workspace.ask(['build'])).image('api');
    assert.deepEqual([local.status, local.key], ['present', before.key], 'engine and registry name the same base');
    dockerOk('buildx', 'imagetools', 'create', '--tag', base, pushBase('2', 'new'));
    const after = await workspace.ask(['build'], { env: { CI: 'true' } });
    assert.deepEqual([after.status, after.image('api').status], [0, 'built'], after.all);
    assert.equal(read(after.image('api').digest, '/base.txt'), 'new');
    const named = labelOf(after.image('api').digest, 'org.opencontainers.image.base.digest');
    assert.equal(named, await digestIn(registry, `${yard.prefix}/base`, '1'));
    assert.equal(labelOf(after.image('api').digest, 'org.opencontainers.image.base.name'), base);
    const stays = (await workspace.ask(['build'])).image('api');
    assert.deepEqual([stays.status, stays.digest], ['present', before.digest]);
    const pinned = await workspace.run(['build', '--bases', 'pinned']);
    assert.equal(pinned.status, 2, pinned.all);
    assert.match(pinned.all, /apps\/api\/Dockerfile:1/);
  });

  test('the registry of a base is down: a warning, the base that the engine has, and nothing that others believe', async () => {
    const proxy = await recordingProxy(registry);
    yard.pushes('down-api', 'down-trusted');
    pushBase('1', 'old');
    const base = `${proxy.host}/${yard.prefix}/base:1`;
    dockerOk('tag', `${yard.remote}/base:1`, base);
    const reuse = { registry: `${yard.remote}/down-trusted`, protected: ['main'] };
    const workspace = await one('down', `FROM ${base}\nCOPY file.txt /\n`, {
      repository: `${yard.remote}/down-{image}`,
      reuse,
    });
    await proxy.close();
    const pushed = await workspace.run(['push'], { env: protectedRun });
    assert.equal(pushed.status, 0, pushed.all);
    assert.match(pushed.stdout, /built: api/);
    assert.match(
      pushed.stdout,
      /base:1 could not be looked up, since its registry is out of reach; the engine's own is used\./,
    );
    assert.deepEqual(await tagsIn(registry, `${yard.prefix}/down-trusted`), []);
    assert.ok(await digestIn(registry, `${yard.prefix}/down-api`, '1.0.0'));
  });

  test('a new refresh date renews what RUN makes, once; --refresh does so without a commit', async () => {
    const workspace = await one(
      'refresh',
      'FROM busybox:1.36\nCOPY file.txt /\nRUN cat /proc/sys/kernel/random/uuid > /made\n',
    );
    const made = async (...args) => {
      const { status, all, image } = await workspace.ask(['build', ...args]);
      assert.equal(status, 0, all);
      return { ...image('api'), made: layersOf(image('api').digest).at(-1) };
    };
    const first = await made();
    const config = { build: { ...workspace.config.build, refresh: '2026-11-21' } };
    workspace.configure(config);
    const second = await made();
    assert.equal(second.status, 'built');
    assert.notEqual(second.made, first.made, 'a date renews what is in the cache of the builder');
    assert.equal((await made()).status, 'present');
    dockerOk('image', 'rm', '--force', second.digest);
    const again = await made();
    assert.deepEqual([again.status, again.made], ['built', second.made], 'of one date the cache serves');
    const forced = await made('--refresh');
    assert.equal(forced.status, 'built');
    assert.equal(forced.key, second.key);
    assert.notEqual(forced.made, second.made);
    const found = await made();
    assert.deepEqual([found.status, found.digest], ['present', forced.digest], 'the next build finds the new one');
    const anew = await made('--force');
    assert.notEqual(anew.made, forced.made);
  });

  test('what moves is listed by line', async () => {
    const workspace = await one(
      'listed',
      [
        '# syntax=example.org/custom/frontend:1',
        'FROM busybox:1.36',
        'ADD http://127.0.0.1:1/moves.txt /',
        'ADD https://github.com/acme/shop.git#main /shop',
        'RUN wget -q http://example.org/x',
        'COPY file.txt /',
        '',
      ].join('\n'),
    );
    const { stdout } = await workspace.run(['inputs', 'api']);
    assert.match(stdout, /moves +apps\/api\/Dockerfile:3 +ADD fetches http:\/\/127\.0\.0\.1:1\/moves\.txt/);
    assert.match(stdout, /moves +apps\/api\/Dockerfile:4 +ADD fetches a branch of /);
    assert.match(stdout, /moves +apps\/api\/Dockerfile:5 +wget fetches what no checksum pins/);
    assert.doesNotMatch(stdout, /busybox:1\.36 could not be looked up/, 'the engine has it');
    assert.match(stdout, /widened +apps\/api\/Dockerfile:1 /);
  });
});
