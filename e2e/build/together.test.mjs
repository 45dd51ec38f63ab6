import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { committed, makeYard } from '../support/build-workspace.mjs';
import { dockerOk, registry, withoutEngine } from '../support/engine.mjs';
import { askRegistry, digestIn, imageIn, recordingProxy } from '../support/registry-api.mjs';

const skip = withoutEngine();
const protectedRun = { CI: 'true', GITHUB_REF: 'refs/heads/main', GITHUB_EVENT_NAME: 'push' };

describe('images that belong together, and what is gone from a registry', { skip, concurrency: false }, () => {
  let yard;
  const proxies = [];
  before(() => {
    yard = makeYard('together');
  });
  after(async () => {
    for (const proxy of proxies) await proxy.close();
    await yard?.dispose();
  });

  /** One project for each Dockerfile. */
  const several = (name, dockerfiles, build = {}) => {
    const projects = Object.entries(dockerfiles).flatMap(([project, dockerfile]) => [
      [`apps/${project}/package.json`, `{"name":"${project}","version":"1.0.0"}`],
      [`apps/${project}/file.txt`, `${project} ${yard.prefix}\n`],
      [`apps/${project}/Dockerfile`, dockerfile],
    ]);
    return committed(yard.workspace(name, Object.fromEntries(projects)), {
      build: { repository: `${yard.prefix}/${name}-{image}`, tags: ['{version}'], ...build },
    });
  };

  const read = (image, path) => dockerOk('run', '--rm', image, 'cat', path);
  const copies = 'FROM scratch\nCOPY file.txt /\n';

  test('a base of the workspace has changed: what is built on it is new in the same run, also where it alone is asked for', async () => {
    const base = `${yard.prefix}/line-base`;
    const workspace = await several('line', {
      base: 'FROM busybox:1.36\nCOPY file.txt /base.txt\n',
      child: `FROM ${base}\nCOPY file.txt /child.txt\n`,
    });
    const first = await workspace.ask(['build']);
    assert.equal(first.status, 0, first.all);
    workspace.write({ 'apps/base/file.txt': 'second\n' });
    await workspace.commit();
    const second = await workspace.ask(['build']);
    assert.deepEqual(
      ['base', 'child'].map((name) => second.image(name).status),
      ['built', 'built'],
    );
    assert.equal(read(second.image('child').digest, '/base.txt'), 'second');
    workspace.write({ 'apps/base/file.txt': 'third\n' });
    await workspace.commit();
    const alone = await workspace.ask(['build', 'child']);
    assert.equal(alone.status, 0, alone.all);
    assert.equal(read(alone.image('child').digest, '/base.txt'), 'third');
    // The base was built for it, and is in the engine when it is asked for itself.
    assert.equal((await workspace.ask(['build'])).image('base').status, 'built');
    workspace.write({ 'apps/child/file.txt': 'other\n' });
    await workspace.commit();
    const child = await workspace.ask(['build']);
    assert.deepEqual(
      ['base', 'child'].map((name) => child.image(name).status),
      ['present', 'built'],
    );
  });

  test('a push of three that is interrupted moves no tag that people use; run again, it ends', async () => {
    let hold = true;
    let reached;
    const inTheMiddle = new Promise((resolve) => {
      reached = resolve;
    });
    let uploaded = 0;
    const proxy = await recordingProxy(registry, (method, path) => {
      if (!hold || method !== 'PUT' || !/\/manifests\/up-[0-9a-f]+$/.test(path) || ++uploaded < 2) return undefined;
      reached();
      return new Promise(() => undefined);
    });
    proxies.push(proxy);
    const names = ['one', 'two', 'three'];
    yard.pushes(...names.map((name) => `half-${name}`));
    const workspace = await several(
      'half',
      { one: copies, two: copies, three: copies },
      {
        repository: `${proxy.host}/${yard.prefix}/half-{image}`,
      },
    );
    const tags = () => Promise.all(names.map((name) => digestIn(registry, `${yard.prefix}/half-${name}`, '1.0.0')));
    let child;
    const running = workspace.run(['push'], { env: protectedRun, started: (process) => (child = process) });
    await inTheMiddle;
    child.kill('SIGINT');
    const ended = await running;
    assert.equal(ended.status, 130, ended.all);
    assert.deepEqual(await tags(), [undefined, undefined, undefined]);
    hold = false;
    const again = await workspace.ask(['push'], { env: protectedRun });
    assert.equal(again.status, 0, again.all);
    assert.deepEqual(
      await tags(),
      names.map((name) => again.image(name).digest),
    );
  });

  test('a tag that is gone from the registry, and layers that are: built again, never a false success', async () => {
    const names = ['gone-api', 'gone-trusted'];
    yard.pushes(...names);
    const workspace = await several(
      'gone',
      { api: copies },
      {
        repository: `${registry}/${yard.prefix}/gone-{image}`,
        reuse: { registry: `${registry}/${yard.prefix}/gone-trusted`, protected: ['main'] },
      },
    );
    const push = async () => {
      const pushed = await workspace.ask(['push'], { env: protectedRun });
      assert.equal(pushed.status, 0, pushed.all);
      return pushed.image('api');
    };
    const first = await push();
    assert.equal(first.status, 'built');
    yard.emptyEngine();
    assert.equal((await push()).status, 'present');
    const [, trusted] = names.map((name) => `${yard.prefix}/${name}`);
    await askRegistry(
      registry,
      `${trusted}/manifests/${await digestIn(registry, trusted, `in-${first.key}`)}`,
      'DELETE',
    );
    assert.equal(await digestIn(registry, trusted, `in-${first.key}`), undefined);
    const anew = await push();
    assert.equal(anew.status, 'built');
    assert.ok(await digestIn(registry, trusted, `in-${first.key}`));
    yard.emptyEngine();
    const { manifest } = await imageIn(registry, trusted, `in-${first.key}`);
    const gone = await askRegistry(registry, `${trusted}/blobs/${manifest.layers[0].digest}`, 'DELETE');
    assert.equal(gone.status, 202);
    const built = await workspace.ask(['build'], { env: { CI: 'true' } });
    assert.equal(built.status, 0, built.all);
    // It is there to be used, wherever it came from.
    assert.match(dockerOk('create', '--name', `${yard.prefix}-gone`, built.image('api').digest, 'none'), /^[0-9a-f]+$/);
    dockerOk('rm', `${yard.prefix}-gone`);
  });

  test('an imported cache is none under a new refresh date', async () => {
    yard.pushes('imported-cache');
    const cache = `type=registry,ref=${registry}/${yard.prefix}/imported-cache`;
    const uuid = 'FROM busybox:1.36\nCOPY file.txt /\nRUN cat /proc/sys/kernel/random/uuid > /made\n';
    const workspace = await several(
      'imported',
      { api: uuid },
      {
        refresh: '2026-11-01',
        cacheFrom: [cache],
        cacheTo: [`${cache},mode=max`],
        reuse: { protected: ['main'] },
      },
    );
    const made = async () => {
      const { status, all, image } = await workspace.ask(['build'], { env: protectedRun });
      assert.equal(status, 0, all);
      return read(image('api').digest, '/made');
    };
    const first = await made();
    workspace.configure({ build: { ...workspace.config.build, refresh: '2026-11-21' } });
    await workspace.commit();
    assert.notEqual(await made(), first);
  });
});
