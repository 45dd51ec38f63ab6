import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { withoutEngine } from '../support/engine.mjs';
import { runOk } from '../support/run-program.mjs';
import { openCase } from './case-workspace.mjs';
import { filesOf, imageFiles } from './image-files.mjs';
import { inTurn } from './in-turn.mjs';
import { managerEnvironment } from './lay-case.mjs';
import { MANAGERS } from './managers.mjs';
import { recordMeasured } from './measured.mjs';
import { productionNeeds } from './production-needs.mjs';
import { readCases } from './read-cases.mjs';
import { runImage } from './run-image.mjs';
import { standIn } from './stand-ins.mjs';

const MINUTE = 60_000;
/** `all`: more than the cases for CI, and each against a single stage. `record`: what was measured is kept. */
const { all = true, record = false } = JSON.parse(process.env.DOCKWARDEN_E2E ?? '{}');
const cases = readCases().filter(({ ci }) => all || ci);

describe('what setup writes for a stack', { skip: withoutEngine(), concurrency: false }, () => {
  let tools;
  const measured = {};
  before(() => {
    tools = mkdtempSync(join(tmpdir(), 'dockwarden-stacks-tools-'));
  });
  after(() => {
    rmSync(tools, { recursive: true, force: true });
    if (record) recordMeasured(measured);
  });

  for (const each of cases)
    test(`${each.name} (${each.proof})`, { timeout: 40 * MINUTE }, async (t) => {
      const workspace = await openCase(each, tools);
      const giveBack = [];
      try {
        await setUp(workspace, each);
        const files = (await runOk('git', ['diff', '--name-only', 'HEAD~1', 'HEAD'], { cwd: workspace.root })).split(
          '\n',
        );
        const dockerfiles = files.filter(
          (path) => /(^|\/)Dockerfile(\.[\w-]+)?$/.test(path) && !path.endsWith('ignore'),
        );
        assert.ok(dockerfiles.length > 0, `a Dockerfile is among ${files.join(', ')}`);
        giveBack.push(standIn(dockerfiles.map(workspace.read), { any: each.proof === 'checked' }));
        for (const path of dockerfiles) await check(workspace, path);
        const texts = dockerfiles.map(workspace.read).join('');
        if (each.port) assert.ok(texts.includes(`EXPOSE ${each.port}`), `port ${each.port} is found`);
        if (each.health)
          assert.ok(texts.includes(`:${each.port}${each.health}`), `${each.health} is what a probe asks for`);
        if (each.proof === 'checked') return;
        if (each.build === 'outside') await buildOutside(workspace, each);
        measured[each.name] = await prove(workspace, each, t);
        if (all) await buildStages(workspace, dockerfiles);
        if (all && each.pattern === 'multi') measured[each.name].single = await singleStageSize(each, tools, giveBack);
        t.diagnostic(JSON.stringify(measured[each.name]));
      } finally {
        workspace.dispose();
        for (const back of giveBack) back();
      }
    });
});

/** Writes the files; a second run changes nothing, and no policy of the strict pack complains. */
async function setUp(workspace, { project, pattern, base, build, options }) {
  const asked = ['--pattern', pattern, '--build', build, ...(base ? ['--base', base] : []), ...options];
  await workspace.dockwarden(['setup', project, ...asked]);
  await workspace.commit('Set up for containers');
  const again = await workspace.dockwarden(['setup', project, ...asked]);
  assert.match(again.stdout, /^nothing to change$/m);
  assert.equal(await workspace.git('status', '--porcelain'), '', 'a second run changes no file');
  // By the configuration of the workspace, which extends the strict pack: it says which app may be built in one stage.
  const linted = await workspace.dockwarden(['lint', '--fail-on', 'info', '--no-cache']);
  assert.match(linted.stdout, /nothing to report/);
  assert.doesNotMatch(linted.stdout, /^0 files/);
}

/** BuildKit's own opinion, which it gives without building anything. */
async function check(workspace, dockerfile) {
  const args = ['buildx', 'build', '--call=check', '--file', dockerfile, '.'];
  await runOk('docker', args, { cwd: workspace.root, limit: 2 * MINUTE });
}

/** As the task runner of the workspace would build before an image that packs its output. */
async function buildOutside({ root }, { manager, project }) {
  for (const [program, ...args] of MANAGERS[manager].install)
    await runOk(program, args, { cwd: root, env: managerEnvironment(), limit: 10 * MINUTE });
  const env = managerEnvironment();
  await runOk('node_modules/.bin/nx', ['build', project], { cwd: root, env, limit: 5 * MINUTE });
}

async function prove(workspace, each, t) {
  if (each.pattern === 'builder') await workspace.extract(`${each.project.split('/').at(-1)}-build`);
  const { images, seconds } = await workspace.build();
  const built = images.find(({ image }) => image === each.project) ?? images[0];
  assert.ok(built, 'an image is recorded');
  const [image] = built.tags;
  const { size, layers } = built;
  t.diagnostic(`built in ${seconds} s, ${size} bytes in ${layers.length} layers`);
  if (each.pattern === 'artifact') {
    const { stdout } = await workspace.dockwarden(['extract', built.image], { limit: 10 * MINUTE });
    const paths = (await runOk('git', ['ls-files', '--others'], { cwd: workspace.root })).split('\n');
    for (const file of each.files)
      assert.ok(filesOf(paths, file).length > 0, `${file} is extracted\n${stdout}${paths.join('\n')}`);
    return { size, seconds };
  }
  const paths = await imageFiles(image, `${workspace.prefix}-files`);
  for (const name of each.without)
    assert.deepEqual(filesOf(paths, name).slice(0, 3), [], `${name} is not in the image`);
  const needs = await productionNeeds(workspace, each.project);
  const ran = await runImage(image, { ...each, ...needs, name: `${workspace.prefix}-app` });
  return { size, seconds, ...ran };
}

/** Every stage builds, those for development and tests, too. */
async function buildStages(workspace, dockerfiles) {
  for (const path of dockerfiles) {
    const stages = [...workspace.read(path).matchAll(/^FROM .* AS (development|test)\s*$/gim)].map(([, name]) => name);
    for (const stage of stages) {
      const place = /COPY (?:--\S+ )*\S*apps\//.test(workspace.read(path)) ? '.' : workspace.folder;
      const args = ['buildx', 'build', '--target', stage, '--output', 'type=cacheonly', '--file', path, place];
      await inTurn('docker', args, { cwd: workspace.root, limit: 10 * MINUTE });
    }
  }
}

/** What the same app weighs in one stage, in bytes; undefined where its stack has no such pattern. */
async function singleStageSize(each, tools, giveBack) {
  const single = await openCase(each, tools);
  try {
    const asked = ['setup', each.project, '--pattern', 'single', ...each.options];
    const { status, all: said } = await single.tryDockwarden(asked);
    if (status === 2 && /there is no pattern single/.test(said)) return undefined;
    assert.equal(status, 0, said);
    await single.commit('Set up in one stage');
    giveBack.push(standIn([single.read(join(single.folder, 'Dockerfile'))], { any: false }));
    return (await single.build()).images[0].size;
  } finally {
    single.dispose();
  }
}
