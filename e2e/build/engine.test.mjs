import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { docker, dockerOk, loadBuild, makeBench, registry, withoutEngine } from '../support/engine.mjs';

const skip = withoutEngine();
const PREFIX = 'engine-e2e/';
const BASE = 'busybox:1.36';
/** New in every run, so that nothing comes from a cache. */
const salt = randomBytes(8).toString('hex');
const keyOf = (text) => createHash('sha256').update(`${salt} ${text}`).digest('hex');

describe('building with the engine', { skip, concurrency: false }, () => {
  let build;
  let bench;
  let engine;
  before(async () => {
    build = await loadBuild();
    bench = makeBench(PREFIX);
    engine = await build.probeEngine(build.runProgram);
    assert.ok(!build.isDiagnostic(engine), JSON.stringify(engine));
  });
  after(() => bench?.dispose());

  /** A target of a Bake file whose Dockerfile is given as text. */
  function target(image, dockerfile, more = {}) {
    const folder = `${image}-${randomBytes(3).toString('hex')}`;
    bench.write({ [`${folder}/Dockerfile`]: dockerfile, [`${folder}/file.txt`]: `${image} ${salt}\n` });
    const key = keyOf(image);
    return {
      image,
      key,
      context: join(bench.root, folder),
      dockerfile: join(bench.root, folder, 'Dockerfile'),
      args: new Map(),
      labels: new Map([[build.KEY_LABEL, key]]),
      annotations: new Map(),
      contexts: new Map(),
      parents: new Map(),
      platforms: [],
      tags: [`${PREFIX}${image.toLowerCase()}:in-${key}`],
      secrets: [],
      ssh: [],
      cacheFrom: [],
      cacheTo: [],
      provenance: 'off',
      sbom: false,
      outputs: [{ kind: 'engine' }],
      reproducible: false,
      ...more,
    };
  }

  async function bake(targets, options = {}) {
    const folder = join(bench.root, `run-${randomBytes(3).toString('hex')}`);
    mkdirSync(folder);
    const file = build.bakeFile(targets, { engine: options.engine ?? engine, folder });
    assert.ok('definition' in file, JSON.stringify(file));
    const events = [];
    const outcome = await build.runBake(options.run ?? build.runProgram, file, {
      folder,
      allowRead: [bench.root],
      mask: build.maskOf(targets),
      onEvent(event) {
        events.push(event);
        options.onEvent?.(event);
      },
      signal: options.signal,
      builder: options.builder,
    });
    return { outcome, events, left: readdirSync(folder), of: (name) => outcome.results.get(name) };
  }

  const there = (one) => docker('image', 'inspect', one.tags[0]).status === 0;

  test('finished, failing, slow, and one built on the failing: each gets its own end, in two passes', async () => {
    const finished = target('finished', `FROM ${BASE}\nRUN echo finished ${salt}\n`);
    const failing = target(
      'failing',
      `FROM ${BASE}\nRUN sleep 3; echo ${salt}\n# why\nRUN echo the reason ${salt}; \\\n  exit 7\n`,
    );
    const slow = target('slow', `FROM ${BASE}\nRUN for i in 1 2 3 4 5 6 7; do echo ${salt} $i; sleep 1; done\n`);
    const child = target('child', 'FROM failing:1\nRUN echo child\n', { parents: new Map([['failing:1', 'failing']]) });
    const starts = [];
    const run = (program, args, options) => {
      if (args[1] === 'bake') starts.push(args.slice(args.indexOf('--') + 1));
      return build.runProgram(program, args, options);
    };
    const { outcome, events, left, of } = await bake([finished, failing, slow, child], { run });
    assert.deepEqual(
      [...outcome.results].map(([name, { status }]) => `${name} ${status}`),
      ['finished built', 'failing failed', 'slow built', 'child skipped'],
    );
    assert.equal(outcome.passes, 2);
    assert.deepEqual(starts, [['finished', 'failing', 'slow', 'child'], ['slow']]);
    assert.deepEqual(outcome.diagnostics, []);
    const { error } = of('failing');
    assert.equal(error.code, 'build/step-failed');
    assert.equal(error.exit, 1);
    assert.match(error.message, /ended with exit code 7\.$/);
    assert.equal(error.dockerfileLine, 4);
    assert.deepEqual(error.lastLines, [`the reason ${salt}`]);
    assert.equal(of('child').because, 'failing');
    assert.deepEqual([finished, failing, slow, child].map(there), [true, false, true, false]);
    for (const name of ['finished', 'slow']) {
      const id = dockerOk('image', 'inspect', '--format', '{{.Id}}', `${PREFIX}${name}:in-${keyOf(name)}`);
      assert.ok(Object.values(of(name).digests).includes(id), JSON.stringify(of(name)));
    }
    const logs = events.filter(({ kind }) => kind === 'log');
    assert.ok(logs.some(({ image, line }) => image === 'slow' && line === `${salt} 1`));
    // The step is one of both: what is built on the failing may be the first to name it.
    const told = logs.filter(({ line }) => line.startsWith('the reason')).map(({ image }) => image);
    assert.ok(told.length === 1 && ['failing', 'child'].includes(told[0]), told.join());
    assert.deepEqual(
      events.filter(({ kind }) => kind === 'again'),
      [{ kind: 'again', images: ['slow'] }],
    );
    assert.deepEqual(left, []);
  });

  test('a Dockerfile that cannot be read spoils nobody else, nor does one whose context is not there', async () => {
    const good = target('good', `FROM ${BASE}\nCOPY file.txt /\n`);
    const bad = target('bad', `FROM ${BASE}\nRUNN echo\n`);
    const gone = { ...target('gone', `FROM ${BASE}\n`), context: join(bench.root, 'nowhere') };
    const { outcome, of } = await bake([good, bad, gone]);
    assert.equal(of('good').status, 'built', JSON.stringify(of('good')));
    assert.equal(of('bad').error.code, 'build/parse-error');
    assert.equal(of('bad').error.dockerfileLine, 2);
    assert.equal(of('gone').status, 'failed');
    assert.match(of('gone').error.message, /nowhere/);
    assert.equal(outcome.passes, 2);
  });

  test('text that is code elsewhere is data: templates, quotes, shells', async () => {
    const odd = '${x} $${y} %{z} "q" \'s\' $(id) `id` ; é \\';
    const one = target('Odd name ${x}/;', `FROM ${BASE}\nARG A\nRUN echo "$A" > /a\n`, {
      args: new Map([['A', odd]]),
      labels: new Map([
        ['odd', odd],
        ['k${x}', 'v'],
      ]),
      tags: [`${PREFIX}odd:1`],
    });
    const { of } = await bake([one]);
    assert.equal(of(one.image).status, 'built', JSON.stringify(of(one.image)));
    const labels = JSON.parse(dockerOk('image', 'inspect', '--format', '{{json .Config.Labels}}', one.tags[0]));
    assert.equal(labels.odd, odd);
    assert.equal(labels['k${x}'], 'v');
    assert.equal(dockerOk('run', '--rm', one.tags[0], 'cat', '/a'), odd);
  });

  test('present images are found with one question; another key, label or platform is a miss', async () => {
    const one = target('look-one', `FROM ${BASE}\nCOPY file.txt /\n`);
    const isContainerd = engine.store === 'containerd';
    const two = target('look-two', `FROM ${BASE}\nCOPY file.txt /\n`, {
      platforms: isContainerd ? ['linux/amd64', 'linux/arm64'] : ['linux/amd64'],
      provenance: 'min',
    });
    const planted = target('look-planted', 'FROM one:1\nCOPY file.txt /2\n', {
      parents: new Map([['one:1', 'look-one']]),
      labels: new Map(),
    });
    const { of } = await bake([one, two, planted]);
    for (const { image } of [one, two, planted]) assert.equal(of(image).status, 'built', JSON.stringify(of(image)));
    let questions = 0;
    const run = (...args) => {
      questions++;
      return build.runProgram(...args);
    };
    const ask = (images, more = {}) =>
      build.lookUp(
        run,
        images.map(({ image, key, tags, platforms }) => ({
          image,
          key,
          repository: tags[0].split(':in-')[0],
          platforms,
          engine: true,
          ...more,
        })),
      );
    const { images } = await ask([one, planted, { ...one, image: 'absent', tags: [`${PREFIX}absent:in-x`] }]);
    assert.equal(questions, 1);
    assert.deepEqual([images.get('look-one').found, images.get('look-one').where], [true, 'engine']);
    assert.deepEqual(images.get('look-one').digests, of('look-one').digests);
    // It has its parent's label, inherited, under its own tag.
    assert.deepEqual(images.get('look-planted'), { found: false, why: 'label differs' });
    assert.deepEqual(images.get('absent'), { found: false, why: 'absent' });
    const both = await ask([two]);
    assert.equal(both.images.get('look-two').found, true);
    assert.equal(both.images.get('look-two').digests.index !== undefined, isContainerd);
    const missing = await ask([
      { ...one, platforms: ['linux/amd64', 'linux/arm64'] },
      { ...one, image: 's390x', platforms: ['linux/s390x'] },
    ]);
    assert.deepEqual(
      [...missing.images.values()].map(({ why }) => why),
      ['platform missing', 'platform missing'],
    );
    const off = await ask([one], { engine: false });
    assert.deepEqual(off.images.get('look-one'), { found: false, why: 'not asked' });
    dockerOk('image', 'rm', one.tags[0]);
    assert.deepEqual((await ask([one])).images.get('look-one'), { found: false, why: 'absent' });
  });

  test('a trusted repository is asked by key, and its digest is what goes on', async () => {
    const repository = `${registry}/${PREFIX}pushed`;
    const key = keyOf('pushed');
    const one = target('pushed', `FROM ${BASE}\nCOPY file.txt /\n`, {
      labels: new Map([[build.KEY_LABEL, key]]),
      tags: [`${repository}:in-${key}`],
    });
    const { of } = await bake([one]);
    assert.equal(of('pushed').status, 'built', JSON.stringify(of('pushed')));
    const pushed = await build.pushTag(build.runProgram, one.tags[0]);
    // The overlay2 store makes the manifest when it pushes.
    const made = engine.store === 'containerd' ? of('pushed').digests.manifest : pushed.digest;
    assert.equal(pushed.digest, made, JSON.stringify(pushed));
    assert.match(made, /^sha256:/);
    assert.equal(await build.removeTag(build.runProgram, one.tags[0]), undefined);
    const request = {
      image: 'pushed',
      key,
      repository,
      platforms: ['linux/amd64'],
      registry: repository,
      engine: true,
    };
    const { images } = await build.lookUp(build.runProgram, [request]);
    const hit = images.get('pushed');
    assert.deepEqual(
      [hit.where, hit.reference, hit.digests.manifest],
      ['registry', `${repository}@${pushed.digest}`, pushed.digest],
    );
    const retagged = await build.retagInRegistry(build.runProgram, hit.reference, [
      `${repository}:1.0`,
      `${repository}:1`,
    ]);
    assert.deepEqual(retagged, { digest: pushed.digest });
    const again = await build.inspectInRegistry(build.runProgram, `${repository}:1.0`);
    assert.equal(again.digest, pushed.digest);
    const planted = { ...request, key: keyOf('other') };
    dockerOk(
      'buildx',
      'imagetools',
      'create',
      '-t',
      `${repository}:in-${planted.key}`,
      `${repository}@${pushed.digest}`,
    );
    const { images: second } = await build.lookUp(build.runProgram, [planted]);
    assert.deepEqual(second.get('pushed'), { found: false, why: 'label differs' });
    const down = { ...request, registry: '127.0.0.1:1/x/y', engine: false };
    const { images: third } = await build.lookUp(build.runProgram, [down]);
    assert.deepEqual(third.get('pushed'), { found: false, why: 'registry not asked' });
  });

  test('a base whose tag moved in the registry is built on as it was resolved, and its new digest is seen', async () => {
    const base = `${registry}/${PREFIX}base:1`;
    const push = async (text) => {
      const one = target('base', `FROM ${BASE}\nRUN echo ${text} ${salt} > /which\n`, {
        tags: [base],
        labels: new Map(),
      });
      assert.equal((await bake([one])).of('base').status, 'built');
      return (await build.pushTag(build.runProgram, base)).digest;
    };
    const reference = { text: base, use: 'from', kind: 'resolvable', place: undefined };
    const resolve = async (mode) => {
      const asked = [{ image: 'app', references: [reference], mode, platforms: [] }];
      const { images } = await build.resolveReferences(build.runProgram, asked, { platform: engine.platform });
      return images.get('app');
    };
    const first = await push('first');
    const old = await resolve('resolve');
    assert.deepEqual([old.complete, old.resolved[0].digests.get('linux/amd64')], [true, first]);
    const second = await push('second');
    assert.notEqual(second, first);
    const fresh = await resolve('resolve');
    assert.equal(fresh.resolved[0].digests.get('linux/amd64'), second);
    // The engine's own tag is moved by hand: `local` says what it has, not what the registry has.
    dockerOk('pull', '--quiet', `${base.replace(/:1$/, '')}@${first}`);
    dockerOk('tag', `${base.replace(/:1$/, '')}@${first}`, base);
    const local = await resolve('local');
    assert.deepEqual([local.resolved[0].by, local.resolved[0].digests.get('linux/amd64')], ['engine', first]);
    const which = async (image, { resolved }) => {
      const app = target(image, `FROM ${base}\nCOPY file.txt /\n`, { contexts: build.pinnedContexts(resolved) });
      const { of } = await bake([app]);
      assert.equal(of(image).status, 'built', JSON.stringify(of(image)));
      return dockerOk('run', '--rm', app.tags[0], 'cat', '/which');
    };
    assert.equal(await which('app-old', old), `first ${salt}`);
    assert.equal(await which('app-new', fresh), `second ${salt}`);
    const pinned = await build.resolveReferences(
      build.runProgram,
      [{ image: 'app', references: [reference], mode: 'pinned', platforms: [] }],
      { platform: engine.platform },
    );
    assert.deepEqual(
      pinned.diagnostics.map(({ code, exit }) => [code, exit]),
      [['build/not-pinned', 2]],
    );
  });

  test('a registry that is down: the engine, with a note', async () => {
    dockerOk('tag', BASE, `127.0.0.1:1/${PREFIX}base:1`);
    const references = ['base:1', 'none:1'].map((name) => ({
      text: `127.0.0.1:1/${PREFIX}${name}`,
      use: 'from',
      kind: 'resolvable',
      place: undefined,
    }));
    const asked = [{ image: 'app', references, mode: 'resolve', platforms: [] }];
    const { images } = await build.resolveReferences(build.runProgram, asked, { platform: engine.platform });
    docker('image', 'rm', references[0].text);
    const { resolved, unresolved, complete, notes } = images.get('app');
    assert.deepEqual([resolved.map(({ by }) => by), unresolved, complete], [['engine'], [references[1]], false]);
    assert.equal(notes.length, 2);
    assert.match(notes[0], /out of reach; the engine's own is used/);
  });

  test('an interrupted build leaves nothing running and nothing half written', async () => {
    const done = target('int-done', `FROM ${BASE}\nRUN echo ${salt} interrupted\n`);
    const endless = target('int-endless', `FROM ${BASE}\nRUN echo ${salt} waits; sleep 86321\n`);
    const controller = new AbortController();
    const started = Date.now();
    const { outcome, left, of } = await bake([done, endless], {
      signal: controller.signal,
      onEvent(event) {
        if (event.kind === 'log' && event.image === 'int-endless') setTimeout(() => controller.abort(), 2000);
      },
    });
    assert.ok(Date.now() - started < 60_000);
    assert.equal(outcome.interrupted, true);
    assert.deepEqual([of('int-done').status, of('int-endless').status], ['built', 'interrupted']);
    assert.deepEqual(outcome.diagnostics, []);
    assert.deepEqual(left, []);
    await new Promise((resolve) => setTimeout(resolve, 2000));
    assert.equal(countProcesses('sleep 86321'), 0);
  });

  test('secrets are used and never told', async () => {
    const secret = `s3kr3t-${salt}`;
    bench.write({ 'the,secret "file"': secret });
    const dockerfile = `FROM ${BASE}\nARG NPM_TOKEN\nRUN --mount=type=secret,id=pass,required=true \\
      test "$(cat /run/secrets/pass)" = ${secret}\nRUN echo "token is $NPM_TOKEN"; exit 3\n`;
    const one = target('secret', dockerfile, {
      args: new Map([['NPM_TOKEN', `tok-${salt}`]]),
      secrets: [{ id: 'pass', file: join(bench.root, 'the,secret "file"') }],
    });
    const { outcome, events, of } = await bake([one]);
    assert.equal(of('secret').error.code, 'build/step-failed');
    assert.deepEqual(of('secret').error.lastLines, ['token is •••']);
    const told = JSON.stringify([[...outcome.results], events]);
    assert.ok(!told.includes(`tok-${salt}`), told);
    const shown = JSON.stringify(build.redactedBakeFile(build.bakeFile([one], { engine, folder: bench.root })));
    assert.ok(!shown.includes(`tok-${salt}`) && !shown.includes('the,secret'), shown);
    const missing = [
      {
        ...one,
        secrets: [
          { id: 'pass', file: '/no/such' },
          { id: 'b', env: 'DW_NO_SUCH' },
        ],
      },
    ];
    assert.deepEqual(
      build.secretFaults(missing, {}).map(({ code, exit }) => [code, exit]),
      [
        ['build/secret-missing', 3],
        ['build/secret-missing', 3],
      ],
    );
    // Another step: what ran once with its secret comes from the cache without it.
    const other = target('not-given', `FROM ${BASE}\nRUN --mount=type=secret,id=pass,required=true echo ${salt}\n`);
    const notGiven = await bake([other]);
    assert.equal(notGiven.of('not-given').error.code, 'build/secret-not-given');
  });

  test('failures say what is wrong', async () => {
    const cases = {
      'build/no-source': `FROM ${BASE}\nCOPY nope.txt /\n`,
      'build/no-base': `FROM ${registry}/${PREFIX}none:1\n`,
      'build/no-stage': `FROM ${BASE} AS one\n`,
      'registry/unreachable': `FROM 127.0.0.1:1/${PREFIX}none:1\n`,
    };
    for (const [code, dockerfile] of Object.entries(cases)) {
      const more = code === 'build/no-stage' ? { target: 'two' } : {};
      const { of } = await bake([target('fails', dockerfile, more)]);
      assert.equal(of('fails').status, 'failed');
      assert.equal(of('fails').error.code, code, JSON.stringify(of('fails')));
    }
    const noBuilder = await bake([target('fails', `FROM ${BASE}\n`)], { builder: 'no-such-builder' });
    assert.deepEqual(
      noBuilder.outcome.diagnostics.map(({ code }) => code),
      ['engine/no-builder'],
    );
    const nowhere = (program, args, options) =>
      build.runProgram(program, args, { ...options, env: { ...options?.env, DOCKER_HOST: 'unix:///no/such.sock' } });
    const unreachable = await bake([target('fails', `FROM ${BASE}\n`)], { run: nowhere });
    assert.deepEqual(
      unreachable.outcome.diagnostics.map(({ code, exit }) => [code, exit]),
      [['engine/unreachable', 3]],
    );
    const probed = await build.probeEngine(nowhere);
    assert.match(probed.message, /at unix:\/\/\/no\/such\.sock/);
  });

  test('reproducible: the same digest from files of other times, through an archive', async (context) => {
    if (engine.driver !== 'docker' || engine.store !== 'containerd') return context.skip('not this engine');
    const digests = [];
    for (const name of ['repro-a', 'repro-b']) {
      const one = target(name, `FROM ${BASE}\nCOPY same.txt /\nRUN echo x > /x\n`, {
        reproducible: true,
        epoch: 1_700_000_000,
        labels: new Map(),
        fresh: { pull: false, stages: 'all' },
      });
      bench.write({ [`${one.context.slice(bench.root.length + 1)}/same.txt`]: 'same' });
      const { of, left } = await bake([one]);
      assert.equal(of(name).status, 'built', JSON.stringify(of(name)));
      assert.deepEqual(left, []);
      digests.push(of(name).digests.manifest);
      assert.equal(dockerOk('image', 'inspect', '--format', '{{.Id}}', one.tags[0]), digests.at(-1));
    }
    assert.equal(digests[0], digests[1]);
  });

  test('a builder of its own: one manifest in the engine, in the registry and in an archive', async (context) => {
    const image = 'moby/buildkit:buildx-stable-1';
    if (docker('image', 'inspect', image).status !== 0) return context.skip(`no image ${image}`);
    const builder = `engine-e2e-${salt}`;
    const address = `tcp://127.0.0.1:${20_000 + Math.floor(Math.random() * 20_000)}`;
    dockerOk('run', '--detach', '--name', builder, '--privileged', '--network', 'host', image, '--addr', address);
    try {
      dockerOk('buildx', 'create', '--name', builder, '--driver', 'remote', address);
      const own = await build.probeEngine(build.runProgram, { builder });
      assert.equal(own.driver, 'remote', JSON.stringify(own));
      const base = `${registry}/${PREFIX}own-base:1`;
      dockerOk('tag', BASE, base);
      assert.ok('digest' in (await build.pushTag(build.runProgram, base)));
      const digests = [];
      for (const provenance of ['off', 'min']) {
        const repository = `${registry}/${PREFIX}own`;
        const one = target('own', `FROM ${base}\nCOPY same.txt /\nRUN echo x > /x\n`, {
          provenance,
          reproducible: true,
          epoch: 1_700_000_000,
          labels: new Map(),
          annotations: new Map([['org.example', 'a, b=c']]),
          fresh: { pull: false, stages: 'all' },
          outputs: [
            { kind: 'engine' },
            { kind: 'registry', repository },
            { kind: 'oci', path: join(bench.root, `own-${provenance}.tar`) },
          ],
        });
        bench.write({ [`${one.context.slice(bench.root.length + 1)}/same.txt`]: 'same' });
        const { of } = await bake([one], { engine: own, builder });
        assert.equal(of('own').status, 'built', JSON.stringify(of('own')));
        const { manifest } = of('own').digests;
        // The index differs by exporter, since provenance is made for each; the manifest within does not.
        const { images } = await build.inspectImages(build.runProgram, one.tags, { platform: 'linux/amd64' });
        assert.equal(images.get(one.tags[0]).digests.manifest, manifest);
        const pushed = await build.inspectInRegistry(build.runProgram, `${repository}@${manifest}`);
        assert.equal(pushed.digest, manifest, JSON.stringify(pushed));
        digests.push(manifest);
      }
      assert.equal(digests[0], digests[1]);
    } finally {
      docker('buildx', 'rm', builder);
      docker('rm', '--force', builder);
    }
  });

  test('layers have the sizes of what is unpacked, and metadata is written once', async () => {
    const one = target(
      'layers',
      `FROM ${BASE}\nENV NPM_TOKEN=abcdefgh1\nRUN head -c 3000000 /dev/zero > /z\nCMD ["sh"]\n`,
    );
    assert.equal((await bake([one])).of('layers').status, 'built');
    const { images } = await build.inspectImages(build.runProgram, one.tags);
    const image = images.get(one.tags[0]);
    const layers = await build.imageLayers(build.runProgram, one.tags[0], image.layers);
    assert.equal(layers.length, image.layers.length);
    assert.ok(layers.at(-1).size >= 3_000_000);
    assert.equal(layers.at(-1).digest, image.layers.at(-1));
    assert.ok(!JSON.stringify(layers).includes('abcdefgh1'));
    const path = build.metadataPath(bench.root, 'layers');
    const metadata = {
      version: 1,
      image: 'layers',
      key: one.key,
      content: one.key,
      from: 'built',
      digests: image.digests,
      tags: one.tags,
      labels: {},
      platforms: [],
      bases: [],
      size: build.sizeOfLayers(layers),
      layers,
      volatile: [],
    };
    assert.equal(build.writeMetadata(path, metadata), undefined);
    assert.deepEqual(build.readMetadata(path), JSON.parse(readFileSync(path, 'utf8')));
    assert.equal(build.readMetadata(path).size, metadata.size);
  });
});

function countProcesses(words) {
  const lines = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
      } catch {
        return '';
      }
    });
  return lines.filter((line) => line.trim().startsWith(words)).length;
}
