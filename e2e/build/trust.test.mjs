import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { committed, makeYard } from '../support/build-workspace.mjs';
import { dockerOk, registry, withoutEngine } from '../support/engine.mjs';
import { digestIn, imageIn, manifestIn, recordingProxy, tagsIn } from '../support/registry-api.mjs';

const skip = withoutEngine();
const protectedRun = { CI: 'true', GITHUB_REF: 'refs/heads/main', GITHUB_EVENT_NAME: 'push' };
/** The branch of a pull request is called as its author likes. */
const proposal = {
  CI: 'true',
  GITHUB_REF: 'refs/pull/7/merge',
  GITHUB_HEAD_REF: 'main',
  GITHUB_EVENT_NAME: 'pull_request',
};

describe('what registries are believed, and told', { skip, concurrency: false }, () => {
  let yard;
  const proxies = [];
  before(() => {
    yard = makeYard('trust');
  });
  after(async () => {
    for (const proxy of proxies) await proxy.close();
    await yard?.dispose();
  });

  /** A workspace with one image, whose release repository is `<name>-api` and whose trusted one is `<name>-trusted`. */
  const one = async (name, { host = registry, build = {}, reuse = {}, policies, dockerfile } = {}) => {
    yard.pushes(`${name}-api`, `${name}-trusted`);
    const repository = `${host}/${yard.prefix}/${name}-{image}`;
    const trusted = { registry: `${host}/${yard.prefix}/${name}-trusted`, protected: ['main'], ...reuse };
    const workspace = yard.workspace(name, {
      'apps/api/package.json': '{"name":"api","version":"1.0.0"}',
      'apps/api/Dockerfile': dockerfile ?? 'FROM scratch\nCOPY file.txt /\n',
      'apps/api/file.txt': `${name} ${yard.prefix}\n`,
    });
    await committed(workspace, {
      build: { repository, tags: ['{version}'], reuse: trusted, ...build },
      ...(policies && { policies }),
    });
    // As in CI, HEAD is on no branch.
    await workspace.git('checkout', '--quiet', '--detach');
    return workspace;
  };

  const keyOf = async (workspace, env) => (await workspace.ask(['push', '--dry-run'], { env })).image('api').key;

  /** An image that says that it has a key. */
  function plant(key, repository) {
    const folder = yard.aside('planted', { Dockerfile: 'FROM scratch\nCOPY Dockerfile /planted\n' });
    const tag = `${yard.remote}/${repository}:in-${key}`;
    dockerOk('build', '--quiet', '--provenance=false', '--label', `dev.dockwarden.key=${key}`, '--tag', tag, folder);
    dockerOk('push', '--quiet', tag);
    return { tag, digest: dockerOk('image', 'inspect', '--format', '{{.Id}}', tag) };
  }

  test('an image that anyone could have pushed is not believed, and --explain says why', async () => {
    const workspace = await one('foreign');
    const planted = plant(await keyOf(workspace, protectedRun), 'foreign-api');
    const pushed = await workspace.run(['push', '--explain'], { env: protectedRun });
    assert.equal(pushed.status, 0, pushed.all);
    assert.match(pushed.stdout, /built: api sha256:/);
    assert.match(pushed.stdout, /^ {4}not there$/m);
    assert.notEqual(await digestIn(registry, `${yard.prefix}/foreign-api`, '1.0.0'), planted.digest);
  });

  test('nor is an image of the engine where CI pushes, unless that is written down', async () => {
    const workspace = await one('engine', { reuse: { registry: undefined } });
    plant(await keyOf(workspace, protectedRun), 'engine-api');
    assert.equal((await workspace.ask(['push'], { env: protectedRun })).image('api').status, 'built');
    const other = await one('engine-too', { reuse: { registry: undefined, engine: true } });
    const { digest } = plant(await keyOf(other, protectedRun), 'engine-too-api');
    const { image } = await other.ask(['push'], { env: protectedRun });
    assert.deepEqual([image('api').status, image('api').digest], ['present', digest]);
  });

  test('the trusted repository is believed, found by key and label, and its digest goes on', async () => {
    const workspace = await one('trusted');
    const { digest } = plant(await keyOf(workspace, protectedRun), 'trusted-trusted');
    const { image, status, all } = await workspace.ask(['push'], { env: protectedRun });
    assert.deepEqual(
      [status, image('api')?.status, image('api')?.where, image('api')?.digest],
      [0, 'present', 'registry', digest],
      all,
    );
    assert.equal(await digestIn(registry, `${yard.prefix}/trusted-api`, '1.0.0'), digest);
    assert.equal(workspace.metadata('api').digests.manifest, digest);
  });

  test('a protected run writes what the next machine finds; a pull request finds it and writes nothing', async () => {
    const proxy = await recordingProxy(registry);
    proxies.push(proxy);
    const cache = `type=registry,ref=${proxy.host}/${yard.prefix}/shared-cache`;
    yard.pushes('shared-cache');
    const workspace = await one('shared', { host: proxy.host, build: { cacheTo: [cache] } });
    const repository = `${yard.prefix}/shared-trusted`;
    for (const env of [proposal, { ...protectedRun, GITHUB_REF: 'refs/heads/topic' }]) {
      const built = await workspace.run(['build'], { env });
      assert.equal(built.status, 0, built.all);
      assert.match(built.stdout, /^ {4}The cache type=registry,ref=\S+ is only read: build\.reuse\.protected/m);
      assert.deepEqual(proxy.writes(), []);
      yard.emptyEngine();
    }
    const tried = await workspace.ask(['push', '--tag', 'pr-7'], { env: proposal });
    assert.equal(tried.status, 0, tried.all);
    assert.deepEqual(await tagsIn(registry, repository), []);
    assert.deepEqual(await tagsIn(registry, `${yard.prefix}/shared-cache`), []);
    assert.ok(!proxy.writes().some(({ path }) => path.includes('manifests/in-')));
    assert.ok(await digestIn(registry, `${yard.prefix}/shared-api`, 'pr-7'));
    yard.emptyEngine();

    workspace.configure({ ...workspace.config, build: { ...workspace.config.build, cacheTo: [] } });
    const pushed = await workspace.ask(['push'], { env: protectedRun });
    const { key, digest } = pushed.image('api');
    assert.deepEqual([pushed.status, pushed.image('api').status], [0, 'built'], pushed.all);
    assert.deepEqual(await tagsIn(registry, repository), [`in-${key}`]);
    assert.equal(await digestIn(registry, repository, `in-${key}`), digest);
    yard.emptyEngine();
    const before = proxy.writes().length;
    const found = await workspace.ask(['build'], { env: proposal });
    assert.deepEqual(
      [found.status, found.image('api').status, found.image('api').where, found.image('api').digest],
      [0, 'present', 'registry', digest],
      found.all,
    );
    dockerOk('image', 'inspect', `${proxy.host}/${yard.prefix}/shared-api:1.0.0`);
    assert.equal(proxy.writes().length, before);
  });

  test('where the trusted repository is that of the release, only protected runs write its inputs tags', async () => {
    const workspace = await one('same', { reuse: { registry: `${yard.remote}/same-api` } });
    const tried = await workspace.ask(['push', '--tag', 'pr-7'], { env: proposal });
    assert.equal(tried.status, 0, tried.all);
    const { key } = tried.image('api');
    assert.deepEqual(
      (await tagsIn(registry, `${yard.prefix}/same-api`)).filter((tag) => tag.startsWith('in-')),
      [],
    );
    assert.equal((await workspace.ask(['push'], { env: protectedRun })).image('api').status, 'built');
    assert.ok(await digestIn(registry, `${yard.prefix}/same-api`, `in-${key}`));
    assert.equal((await workspace.ask(['push'], { env: protectedRun })).image('api').status, 'present');
  });

  test('files that no commit holds are not pushed', async () => {
    const workspace = await one('dirty');
    workspace.write({ 'apps/api/file.txt': 'other\n' });
    const { status, all } = await workspace.run(['push'], { env: protectedRun });
    assert.equal(status, 2, all);
    assert.match(all, /api is not pushed: files that it is made from differ from the commit/);
    assert.deepEqual(await tagsIn(registry, `${yard.prefix}/dirty-api`), []);
  });

  test('what a registry holds is checked as well: budget and policies, before a tag moves', async () => {
    const workspace = await one('checked');
    assert.equal((await workspace.ask(['push'], { env: protectedRun })).status, 0);
    yard.emptyEngine();
    const { config } = workspace;
    const push = () => workspace.ask(['push', '--tag', 'next'], { env: protectedRun });
    workspace.configure({ ...config, policies: { 'built/non-root': 'error' } });
    const held = await push();
    assert.deepEqual(
      [held.status, held.image('api').where, held.said.findings[0]?.id],
      [1, 'registry', 'built/non-root'],
      held.all,
    );
    workspace.configure({ ...config, policies: { 'built/size': { severity: 'error', params: { limit: 1 } } } });
    const large = await push();
    assert.deepEqual([large.status, large.said.findings[0]?.id], [1, 'built/size'], large.all);
    workspace.configure({ ...config, build: { ...config.build, budget: 1 } });
    const over = await push();
    assert.equal(over.status, 1, over.all);
    assert.match(over.image('api').failure.message, /more than its budget/);
    assert.equal(await digestIn(registry, `${yard.prefix}/checked-api`, 'next'), undefined);
    workspace.configure(config);
    assert.deepEqual(
      [(await push()).status, typeof (await digestIn(registry, `${yard.prefix}/checked-api`, 'next'))],
      [0, 'string'],
    );
  });

  for (const kind of ['mutable', 'immutable'])
    test(`two jobs at once, ${kind} tags: both end well, with a digest that is there`, async () => {
      const proxy = await recordingProxy(registry, async (method, path) => {
        const [, repository, tag] = /^\/v2\/(.+)\/manifests\/([^:]+)$/.exec(path) ?? [];
        if (kind === 'mutable' || method !== 'PUT' || !tag) return undefined;
        return (await digestIn(registry, repository, tag)) ? 409 : undefined;
      });
      proxies.push(proxy);
      // A step that never comes out the same: two builds of one key have two digests.
      const dockerfile = 'FROM busybox:1.36\nCOPY file.txt /\nRUN cat /proc/sys/kernel/random/uuid > /made\n';
      const build = { tags: [], bases: 'local' };
      const left = await one(`${kind}-race`, { host: proxy.host, build, dockerfile });
      const right = await yard.clone(left, `${kind}-race-clone`);
      const both = await Promise.all([left, right].map((each) => each.ask(['push', '--force'], { env: protectedRun })));
      for (const { status, all, image } of both) {
        assert.equal(status, 0, all);
        assert.ok(await digestIn(registry, `${yard.prefix}/${kind}-race-trusted`, image('api').digest), all);
      }
      const { key } = both[0].image('api');
      assert.equal(both[1].image('api').key, key);
      const tagged = await digestIn(registry, `${yard.prefix}/${kind}-race-trusted`, `in-${key}`);
      assert.ok(both.some(({ image }) => image('api').digest === tagged));
      if (kind === 'immutable')
        assert.deepEqual(
          both.map(({ image }) => image('api').digest),
          [tagged, tagged],
        );
    });

  test('there and back: digest, labels and annotations as they were written', async () => {
    const workspace = await one('round');
    const pushed = await workspace.ask(
      [
        'push',
        '--label',
        'team=shop',
        '--annotation',
        'org.example.team=shop',
        '--tag',
        'd-{digest:12}',
        '--tag',
        '{version}',
      ],
      { env: protectedRun },
    );
    assert.equal(pushed.status, 0, pushed.all);
    const { digest, key, tags } = pushed.image('api');
    const repository = `${yard.prefix}/round-api`;
    assert.deepEqual(tags, [`${registry}/${repository}:1.0.0`, `${registry}/${repository}:d-${digest.slice(7, 19)}`]);
    for (const tag of ['1.0.0', `d-${digest.slice(7, 19)}`])
      assert.equal(await digestIn(registry, repository, tag), digest);
    const { config, manifest } = await imageIn(registry, repository, digest);
    const commit = (await workspace.git('rev-parse', 'HEAD')).stdout.trim();
    assert.equal(config.config.Labels['dev.dockwarden.key'], key);
    assert.equal(config.config.Labels['org.opencontainers.image.revision'], commit);
    assert.equal(config.config.Labels.team, 'shop');
    assert.equal(manifest.annotations['org.example.team'], 'shop');
    assert.equal(manifest.annotations['org.opencontainers.image.revision'], commit);
    const index = await manifestIn(registry, repository, digest);
    assert.match(index.mediaType, /image\.index/);
    assert.deepEqual(workspace.metadata('api').digests.index, digest);
    assert.deepEqual(workspace.metadata('api').tags, tags);
  });
});
