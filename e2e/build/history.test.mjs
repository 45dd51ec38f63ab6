import assert from 'node:assert/strict';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { committed, makeYard } from '../support/build-workspace.mjs';
import { dockerOk, registry, withoutEngine } from '../support/engine.mjs';
import { tagsIn } from '../support/registry-api.mjs';

const skip = withoutEngine();
const REVISION = 'org.opencontainers.image.revision';

describe('what git and bases tell of an image', { skip, concurrency: false }, () => {
  let yard;
  before(() => {
    yard = makeYard('history');
  });
  after(() => yard?.dispose());

  const one = async (name, { dockerfile = 'FROM scratch\nCOPY file.txt /\n', build = {}, files = {} } = {}) =>
    committed(
      yard.workspace(name, {
        'apps/api/package.json': '{"name":"api","version":"1.0.0"}',
        'apps/api/Dockerfile': dockerfile,
        'apps/api/file.txt': `${name} ${yard.prefix}\n`,
        ...files,
      }),
      { build: { repository: `${yard.prefix}/${name}-{image}`, tags: ['{version}'], ...build } },
    );

  const labelsOf = (image) => JSON.parse(dockerOk('image', 'inspect', '--format', '{{json .Config.Labels}}', image));
  const layersOf = (image) => JSON.parse(dockerOk('image', 'inspect', '--format', '{{json .RootFS.Layers}}', image));

  async function built(workspace, ...args) {
    const { status, all, image } = await workspace.ask(['build', ...args]);
    assert.equal(status, 0, all);
    const api = image('api');
    return { ...api, labels: labelsOf(api.digest), content: workspace.metadata('api').content };
  }

  test('built from edited files, then from a commit of the same: no label is left of the first', async () => {
    const workspace = await one('dirty');
    workspace.write({ 'apps/api/file.txt': 'edited\n' });
    const dirty = await built(workspace);
    assert.match(dirty.labels[REVISION], /^[0-9a-f]{40}-dirty$/);
    assert.equal(dirty.labels['dev.dockwarden.dirty'], 'true');
    const commit = await workspace.commit();
    const clean = await built(workspace);
    assert.deepEqual([clean.status, clean.labels[REVISION]], ['built', commit]);
    assert.equal(clean.labels['dev.dockwarden.dirty'], 'false');
    assert.equal(clean.content, dirty.content);
  });

  test('after a squash the commit is one of the branch that it went into', async () => {
    const workspace = await one('squash');
    await workspace.git('checkout', '--quiet', '-b', 'feature');
    workspace.write({ 'apps/api/file.txt': 'feature\n' });
    const [before, commit] = [await workspace.commit('feature'), await workspace.commit('more', '--allow-empty')];
    assert.notEqual(before, commit);
    assert.equal((await built(workspace)).labels[REVISION], before);
    await workspace.git('checkout', '--quiet', 'main');
    await workspace.git('merge', '--quiet', '--squash', 'feature');
    const squashed = await workspace.commit('squashed');
    const main = await built(workspace);
    assert.deepEqual([main.status, main.labels[REVISION]], ['built', squashed]);
  });

  test('what means nothing for the image is no other content: comments, stages that are not reached, arguments of nobody', async () => {
    const dockerfile = (comment, other) =>
      `# ${comment}\nFROM scratch AS other\nCOPY ${other} /\nFROM scratch\nCOPY file.txt /\n`;
    const build = { reuse: { content: true } };
    const workspace = await one('meaning', {
      dockerfile: dockerfile('one', 'a.txt'),
      build,
      files: { 'apps/api/a.txt': 'a' },
    });
    const first = await built(workspace);
    await workspace.commit('empty', '--allow-empty');
    const after = await built(workspace);
    assert.deepEqual([after.status, after.key], ['present', first.key]);
    workspace.write({ 'apps/api/Dockerfile': dockerfile('two', 'file.txt') });
    await workspace.commit();
    const edited = await built(workspace);
    assert.deepEqual([edited.status, edited.content, edited.digest], ['present', first.content, first.digest]);
    const argued = await built(workspace, '--build-arg', 'NOBODY=1');
    assert.deepEqual([argued.status, argued.content], ['present', first.content]);
  });

  test('.git is left out of a whole context, and said to be; commits alone build nothing', async () => {
    const workspace = await one('whole', { dockerfile: 'FROM scratch\nCOPY . /\n' });
    workspace.configure({ ...workspace.config, images: { api: { dockerfile: 'apps/api/Dockerfile', context: '.' } } });
    await workspace.commit();
    const first = await workspace.run(['build']);
    assert.equal(first.status, 0, first.all);
    assert.match(first.all, /\.git /);
    await workspace.commit('empty', '--allow-empty');
    assert.equal((await built(workspace)).status, 'present');
  });

  test('a shallow clone: what is built says that its commit is not known, and nothing is pushed', async () => {
    const workspace = await one('shallow', { build: { repository: `${registry}/${yard.prefix}/shallow-{image}` } });
    const head = await workspace.commit('later', '--allow-empty');
    const clone = await yard.clone(workspace, 'shallow-clone', '--depth', '1');
    const pushed = await clone.run(['push']);
    assert.equal(pushed.status, 2, pushed.all);
    assert.match(pushed.all, /git fetch --unshallow/);
    assert.deepEqual(await tagsIn(registry, `${yard.prefix}/shallow-api`), []);
    const { labels } = await built(clone);
    assert.deepEqual([labels[REVISION], labels['dev.dockwarden.revision']], [head, 'unknown']);
  });

  test('a clone without trees, whose remote is gone: a sentence, and no waiting', async () => {
    const workspace = await one('treeless');
    workspace.write({ 'apps/api/other.txt': 'x' });
    await workspace.commit();
    await workspace.git('config', 'uploadpack.allowFilter', 'true');
    const clone = await yard.clone(workspace, 'treeless-clone', '--filter=tree:0');
    rmSync(workspace.root, { recursive: true });
    const started = performance.now();
    const { status, all } = await clone.run(['push']);
    assert.ok(performance.now() - started < 20_000);
    assert.ok([2, 3].includes(status), all);
    assert.match(all, /lacks objects/);
  });

  test('no label of a base shows through', async () => {
    const keys = [
      'version',
      'source',
      'revision',
      'title',
      'description',
      'vendor',
      'licenses',
      'ref.name',
      'documentation',
      'authors',
      'url',
    ];
    const lines = keys.map((key) => `LABEL org.opencontainers.image.${key}=of-the-base`);
    const folder = yard.aside('labelled', {
      Dockerfile: `FROM scratch\nLABEL dev.dockwarden.key=x team=base\n${lines.join('\n')}\nCOPY Dockerfile /\n`,
    });
    const base = `${yard.prefix}/labelled:1`;
    dockerOk('build', '--quiet', '--tag', base, folder);
    const { labels, key } = await built(await one('base', { dockerfile: `FROM ${base}\nCOPY file.txt /\n` }));
    assert.deepEqual(
      Object.entries(labels).filter(
        ([name, value]) => value === 'of-the-base' && name.startsWith('org.opencontainers'),
      ),
      [],
    );
    assert.deepEqual(
      [labels['dev.dockwarden.key'], labels['org.opencontainers.image.base.name'], labels.team],
      [key, base, 'base'],
    );
  });

  test('a commit of one file keeps the layers before it; images of one session share theirs', async () => {
    const uuid = 'RUN cat /proc/sys/kernel/random/uuid > /deps';
    const dockerfile = `FROM busybox:1.36\nCOPY package.json /\n${uuid}\nCOPY file.txt /\n`;
    const shared = `FROM busybox:1.36 AS deps\n# ${yard.prefix}\n${uuid}-${yard.prefix}\nFROM deps\nCOPY file.txt /\n`;
    const workspace = await one('layers', {
      dockerfile,
      files: Object.fromEntries(
        ['left', 'right'].flatMap((name) => [
          [`apps/${name}/package.json`, `{"name":"${name}","version":"1.0.0"}`],
          [`apps/${name}/file.txt`, name],
          [`apps/${name}/Dockerfile`, shared],
        ]),
      ),
    });
    const first = await workspace.ask(['build']);
    assert.equal(first.status, 0, first.all);
    const [left, right] = ['left', 'right'].map((name) => layersOf(first.image(name).digest));
    assert.deepEqual(left.slice(0, -1), right.slice(0, -1));
    assert.notEqual(left.at(-1), right.at(-1));
    const old = layersOf(first.image('api').digest);
    workspace.write({ 'apps/api/file.txt': 'changed\n' });
    await workspace.commit();
    const now = layersOf((await built(workspace, 'api')).digest);
    assert.deepEqual(now.slice(0, -1), old.slice(0, -1));
    assert.notEqual(now.at(-1), old.at(-1));
  });

  test('an argument that looks like a secret is refused; where it is let through, its value is told nowhere', async () => {
    const workspace = await one('secret', {
      dockerfile: 'FROM busybox:1.36\nARG NPM_TOKEN\nCOPY file.txt /\nRUN test -n "$NPM_TOKEN"\n',
    });
    const word = `sekret-${yard.prefix}`;
    const argument = ['--build-arg', `NPM_TOKEN=${word}`];
    const refused = await workspace.run(['build', ...argument]);
    assert.equal(refused.status, 2, refused.all);
    assert.match(refused.all, /NPM_TOKEN.*(?:\n.*)*--mount=type=secret/);
    const said = [refused.all];
    for (const command of [
      ['build', '--dry-run'],
      ['build', '--dry-run', '--format', 'json'],
      ['build', '--explain'],
    ]) {
      const ran = await workspace.run([...command, ...argument, '--allow-secret-arg', 'NPM_TOKEN']);
      assert.equal(ran.status, 0, ran.all);
      said.push(ran.all);
    }
    for (const command of ['labels', 'inputs']) said.push((await workspace.run([command, 'api'])).all);
    const left = readdirSync(workspace.path('dist'), { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    assert.ok(left.length > 0);
    for (const { path, name } of left) said.push(readFileSync(`${path}/${name}`, 'utf8'));
    said.push(JSON.stringify(labelsOf(`${yard.prefix}/secret-api:1.0.0`)));
    for (const text of said) assert.ok(!text.includes(word), text);
  });
});
