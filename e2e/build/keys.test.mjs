import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { committed, makeYard } from '../support/build-workspace.mjs';
import { docker, dockerOk, withoutEngine } from '../support/engine.mjs';

const skip = withoutEngine();
const scratch = (file = 'file.txt') => `FROM scratch\nCOPY ${file} /\n`;

describe('what counts as there', { skip, concurrency: false }, () => {
  let yard;
  before(() => {
    yard = makeYard('keys');
  });
  after(() => yard?.dispose());

  const one = async (name, dockerfile, config = {}, files = {}) => {
    const workspace = yard.workspace(name, {
      'apps/api/package.json': '{"name":"api","version":"1.0.0"}',
      'apps/api/Dockerfile': dockerfile,
      'apps/api/file.txt': `${name} ${yard.prefix}\n`,
      ...files,
    });
    const { build, ...rest } = config;
    return committed(workspace, {
      build: { repository: `${yard.prefix}/${name}-{image}`, tags: ['{version}'], ...build },
      ...rest,
    });
  };

  test('a child by hand that inherits every label is not adopted', async () => {
    const workspace = await one('inherited', scratch());
    const first = await workspace.ask(['build']);
    assert.equal(first.status, 0, first.all);
    const { key, digest } = first.image('api');
    const kept = `${yard.prefix}/inherited-api:in-${key}`;
    const child = yard.aside('child', { Dockerfile: `FROM ${kept}\nLABEL by=hand\n` });
    dockerOk('build', '--quiet', '--tag', `${yard.prefix}/child:1`, child);
    assert.equal(
      dockerOk(
        'image',
        'inspect',
        '--format',
        '{{index .Config.Labels "dev.dockwarden.key"}}',
        `${yard.prefix}/child:1`,
      ),
      key,
    );
    dockerOk('image', 'rm', '--force', kept, `${yard.prefix}/inherited-api:1.0.0`);
    const second = await workspace.ask(['build']);
    assert.deepEqual([second.status, second.image('api').status, second.image('api').key], [0, 'built', key]);
    const labels = dockerOk('image', 'inspect', '--format', '{{json .Config.Labels}}', kept);
    assert.equal(JSON.parse(labels).by, undefined);
    assert.ok(digest);
  });

  test('a tag that somebody else has put there is built over, and --explain says why', async () => {
    const workspace = await one('planted', scratch());
    const { key } = (await workspace.ask(['build', '--dry-run'])).image('api');
    const other = yard.aside('other', { Dockerfile: 'FROM scratch\nLABEL other=1\n' });
    dockerOk('build', '--quiet', '--tag', `${yard.prefix}/planted-api:in-${key}`, other);
    const built = await workspace.run(['build', '--explain']);
    assert.equal(built.status, 0, built.all);
    assert.match(built.stdout, /built: api .*\n(?: {4}.*\n)* {4}an image of that name was made by something else\n/);
  });

  test('the same image in another version, with another title, another target or another label is another image', async () => {
    const two = 'FROM scratch AS small\nCOPY file.txt /\nFROM scratch AS large\nCOPY file.txt /a/\nCOPY file.txt /b/\n';
    const images = { api: { dockerfile: 'apps/api/Dockerfile', project: 'api', context: 'apps/api', target: 'small' } };
    const workspace = await one('request', two, { images });
    const keys = new Set();
    const built = async (...args) => {
      const { status, all, image } = await workspace.ask(['build', ...args]);
      assert.equal(status, 0, all);
      assert.equal(image('api').status, 'built', args.join(' '));
      keys.add(image('api').key);
    };
    await built();
    await built('--label', 'org.opencontainers.image.title=Other');
    await built('--label', 'team=shop');
    await built('--annotation', 'org.example.a=b');
    await built('--provenance', 'off');
    workspace.write({ 'apps/api/package.json': '{"name":"api","version":"1.1.0"}' });
    await workspace.commit();
    await built();
    const build = { repository: `${yard.prefix}/request-{image}`, tags: ['{version}'] };
    workspace.configure({ build, images: { api: { ...images.api, target: 'large' } } });
    await workspace.commit();
    await built();
    assert.equal(keys.size, 7);
    assert.equal((await workspace.ask(['build'])).image('api').status, 'present');
    const { said } = await workspace.ask(['build', '--sbom', '--dry-run']);
    assert.equal(said.images[0].status, 'missing');
  });

  test('there for one platform is not there for two', async () => {
    const workspace = await one('platforms', scratch());
    const ask = (...platforms) => workspace.ask(['build', ...platforms.flatMap((each) => ['--platform', each])]);
    assert.equal((await ask('linux/amd64')).image('api').status, 'built');
    const both = await ask('linux/amd64', 'linux/arm64');
    assert.deepEqual([both.status, both.image('api').status], [0, 'built'], both.all);
    const { key } = both.image('api');
    const kept = `${yard.prefix}/platforms-api:in-${key}`;
    for (const platform of ['linux/amd64', 'linux/arm64']) dockerOk('image', 'inspect', '--platform', platform, kept);
    assert.equal((await ask('linux/arm64', 'linux/amd64')).image('api').status, 'present');
    // An image under that name for one platform only, with the right label: not what was asked for.
    const half = yard.aside('half', { Dockerfile: 'FROM scratch\nCOPY Dockerfile /\n' });
    const label = `dev.dockwarden.key=${key}`;
    dockerOk('build', '--quiet', '--provenance=false', '--label', label, '--tag', kept, half);
    const again = await ask('linux/amd64', 'linux/arm64');
    assert.deepEqual([again.status, again.image('api').status], [0, 'built'], again.all);
  });

  test('over its budget: it fails, and fails again; a policy added later fails what is there', async () => {
    const workspace = await one(
      'checks',
      scratch('large.bin'),
      { build: { budget: 1000 } },
      { 'apps/api/large.bin': 'x'.repeat(5000) },
    );
    const statuses = [];
    for (let turn = 0; turn < 2; turn++) {
      const { status, stdout } = await workspace.run(['build']);
      statuses.push(status);
      assert.match(stdout, /failed: api /);
      assert.match(stdout, /more than its budget of/);
    }
    assert.deepEqual(statuses, [1, 1]);
    const tag = `${yard.prefix}/checks-api:1.0.0`;
    assert.notEqual(docker('image', 'inspect', tag).status, 0);
    assert.equal(workspace.metadata('api'), undefined);
    const build = { repository: `${yard.prefix}/checks-{image}`, tags: ['{version}'] };
    workspace.configure({ build });
    const free = await workspace.ask(['build']);
    assert.deepEqual([free.status, free.image('api').status], [0, 'present'], free.all);
    dockerOk('image', 'inspect', tag);
    dockerOk('image', 'rm', '--force', tag);
    workspace.configure({ build, policies: { 'built/non-root': 'error' } });
    for (let turn = 0; turn < 2; turn++) {
      const held = await workspace.ask(['build']);
      assert.deepEqual([held.status, held.said.findings[0]?.id], [1, 'built/non-root'], held.all);
      assert.notEqual(docker('image', 'inspect', tag).status, 0);
    }
  });

  test('what was deleted is built again, whatever the runner remembers', async () => {
    const workspace = await one('deleted', scratch());
    const first = (await workspace.ask(['build'])).image('api');
    assert.ok(workspace.metadata('api'));
    dockerOk('image', 'rm', '--force', `${yard.prefix}/deleted-api:1.0.0`);
    const dry = await workspace.ask(['build', '--dry-run']);
    assert.equal(dry.image('api').status, 'present');
    assert.notEqual(docker('image', 'inspect', `${yard.prefix}/deleted-api:1.0.0`).status, 0);
    const tagged = await workspace.ask(['build']);
    assert.deepEqual([tagged.image('api').status, tagged.image('api').digest], ['present', first.digest]);
    dockerOk('image', 'inspect', `${yard.prefix}/deleted-api:1.0.0`);
    dockerOk(
      'image',
      'rm',
      '--force',
      `${yard.prefix}/deleted-api:1.0.0`,
      `${yard.prefix}/deleted-api:in-${first.key}`,
    );
    const again = await workspace.ask(['build']);
    assert.deepEqual([again.status, again.image('api').status], [0, 'built']);
    dockerOk('image', 'inspect', `${yard.prefix}/deleted-api:1.0.0`);
  });

  test('equal content under other labels is a hit by choice alone, and keeps the labels that it has', async () => {
    const workspace = await one('content', scratch(), { build: { reuse: { content: true } } });
    const first = await workspace.ask(['build', '--label', 'team=a']);
    assert.equal(first.image('api').status, 'built', first.all);
    const second = await workspace.ask(['build', '--label', 'team=b']);
    assert.deepEqual([second.status, second.image('api').status], [0, 'present'], second.all);
    assert.equal(second.image('api').digest, first.image('api').digest);
    assert.match((await workspace.run(['build', '--label', 'team=b'])).stdout, /labels/);
    // What no commit holds is nobody else's.
    workspace.write({ 'apps/api/file.txt': 'uncommitted\n' });
    assert.equal((await workspace.ask(['build'])).image('api').status, 'built');
    await workspace.commit();
    assert.equal((await workspace.ask(['build'])).image('api').status, 'built');
    const without = { repository: `${yard.prefix}/content-{image}`, tags: [] };
    workspace.configure({ build: without });
    assert.equal((await workspace.ask(['build', '--label', 'team=c'])).image('api').status, 'built');
  });

  test('two at a time build one image, and both are right', async () => {
    const workspace = await one('twice', scratch());
    const [left, right] = await Promise.all([workspace.ask(['build']), workspace.ask(['build'])]);
    assert.deepEqual([left.status, right.status], [0, 0], left.all + right.all);
    const id = dockerOk('image', 'inspect', '--format', '{{.Id}}', `${yard.prefix}/twice-api:1.0.0`);
    for (const { image } of [left, right]) dockerOk('image', 'inspect', image('api').digest);
    assert.ok([left, right].some(({ image }) => image('api').digest === id));
    assert.equal((await workspace.ask(['build'])).image('api').status, 'present');
  });
});
