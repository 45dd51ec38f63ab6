// What builds cost with an engine: node scripts/bench/builds.mjs [--runs 3]. Needs a build of the product, and Docker with buildx.
//   nothing to do   20 images that are in the engine, bases local: the whole command
//   all to do       a bake of 10 images that share stages, against 10 builds one after another, both without a cache
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { median } from './measure.mjs';

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '3' }, base: { type: 'string', default: 'node:22-slim' } },
});
const runs = Number(values.runs);
const bin = fileURLToPath(new URL('../../packages/cli/bin/dockwarden.js', import.meta.url));
const work = mkdtempSync(join(tmpdir(), 'dockwarden-bench-builds-'));
const prefix = `dockwarden-bench-${process.pid}`;
const env = { ...process.env, XDG_CACHE_HOME: join(work, 'cache'), CI: '' };
try {
  const { model } = cpus()[0];
  console.log(
    `${model}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}; medians of ${runs}`,
  );
  nothingToDo(workspace('twenty', 20, 200));
  allToDo(workspace('ten', 10, 20));
} finally {
  removeImages();
  rmSync(work, { recursive: true, force: true });
}

function nothingToDo(root) {
  dockwarden(root, ['build']);
  const all = [];
  const version = [];
  for (let run = 0; run < runs; run++) {
    version.push(timed(() => dockwarden(root, ['--version'])));
    all.push(
      timed(() => {
        const shown = dockwarden(root, ['build']);
        if (!shown.includes('20 images: 20 present')) throw new Error(shown);
      }),
    );
  }
  console.log(
    `nothing to do, 20 images of 200 files each: ${median(all)} ms (dockwarden --version: ${median(version)} ms)`,
  );
}

function allToDo(root) {
  const together = [];
  const apart = [];
  for (let run = 0; run < runs; run++) {
    touch(root, `together ${run}`);
    together.push(timed(() => dockwarden(root, ['build'])));
    touch(root, `apart ${run}`);
    apart.push(
      timed(() => {
        for (let image = 0; image < 10; image++)
          docker(root, ['buildx', 'build', '-q', '--load', '-t', `${prefix}/apart:${image}`, `apps/app${image}`]);
      }),
    );
  }
  const [one, other] = [median(together), median(apart)];
  console.log(
    `all to do, 10 images that share a stage: ${one} ms in one session, ${other} ms one after another: ${(one / other).toFixed(2)} times`,
  );
}

/** Images with a stage that they share (its instructions are equal) and sources of their own. */
function workspace(name, images, files) {
  const root = join(work, name);
  for (let image = 0; image < images; image++) {
    const folder = join(root, 'apps', `app${image}`);
    mkdirSync(join(folder, 'src'), { recursive: true });
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: `${name}-app${image}`, version: '1.0.0' }));
    for (let file = 0; file < files; file++)
      writeFileSync(join(folder, 'src', `file${file}.js`), `console.log(${image}, ${file});\n`);
    writeFileSync(
      join(folder, 'Dockerfile'),
      `FROM ${values.base} AS tools
WORKDIR /app
COPY tools.txt ./
RUN i=0; while [ $i -lt 200000 ]; do i=$((i+1)); done; cat tools.txt > made
FROM ${values.base}
COPY --from=tools /app/made ./
COPY src ./src
USER node
CMD ["node", "src/file0.js"]
`,
    );
    writeFileSync(join(folder, 'tools.txt'), 'first\n');
  }
  writeFileSync(join(root, 'package.json'), JSON.stringify({ name, private: true, workspaces: ['apps/*'] }));
  writeFileSync(join(root, '.gitignore'), 'dist\n');
  writeFileSync(
    join(root, 'dockwarden.yaml'),
    `dockwarden: config/v1\nbuild: { repository: "${prefix}/{image}", bases: local }\n`,
  );
  git(root, 'init', '-q', '-b', 'main');
  commit(root, 'begin');
  return root;
}

/** Changes what the shared stage reads, so that everything has to be built. */
function touch(root, text) {
  for (let image = 0; image < 10; image++) writeFileSync(join(root, 'apps', `app${image}`, 'tools.txt'), `${text}\n`);
  commit(root, text);
}

function commit(root, message) {
  git(root, 'add', '-A');
  git(root, '-c', 'user.name=bench', '-c', 'user.email=bench@example.org', 'commit', '-qm', message);
}

function git(root, ...args) {
  execFileSync('git', args, { cwd: root, env });
}

function docker(root, args) {
  execFileSync('docker', args, { cwd: root, env, stdio: ['ignore', 'pipe', 'ignore'], timeout: 300_000 });
}

function dockwarden(root, args) {
  const run = spawnSync(process.execPath, [bin, ...args], { cwd: root, env, encoding: 'utf8', timeout: 600_000 });
  if (run.status !== 0)
    throw new Error(`dockwarden ${args.join(' ')} ended with ${run.status}\n${run.stdout}${run.stderr}`);
  return run.stdout;
}

function timed(run) {
  const started = process.hrtime.bigint();
  run();
  return Math.round(Number(process.hrtime.bigint() - started) / 1e6);
}

function removeImages() {
  const list = spawnSync(
    'docker',
    ['images', '--format', '{{.Repository}}:{{.Tag}}', '--filter', `reference=${prefix}/*`],
    { encoding: 'utf8' },
  );
  const names = (list.stdout ?? '').split('\n').filter(Boolean);
  if (names.length > 0) spawnSync('docker', ['image', 'rm', '-f', ...names], { stdio: 'ignore' });
}
