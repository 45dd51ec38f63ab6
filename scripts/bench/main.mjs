// Figures against the floor and the peers, in one run, as ratios of medians. Needs a build, and DOCKWARDEN_CORPUS.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { everyPolicy } from '../corpus/every-policy.mjs';
import { layCorpus } from './corpus.mjs';
import { interleave, median, runOnce } from './measure.mjs';

const corpus = process.env.DOCKWARDEN_CORPUS;
if (!corpus) {
  console.error('bench: set DOCKWARDEN_CORPUS to a folder with dockerfile.jsonl and compose.jsonl');
  process.exit(2);
}
const root = fileURLToPath(new URL('../..', import.meta.url));
const bin = join(root, 'packages/cli/bin/dockwarden.js');
const rounds = Number(process.argv[2] ?? 5);
const work = mkdtempSync(join(tmpdir(), 'dockwarden-bench-'));
const files = layCorpus(corpus);
try {
  const floor = join(work, 'floor.js');
  await build({
    entryPoints: [join(root, 'scripts/bench/floor.ts')],
    outfile: floor,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    logLevel: 'warning',
  });
  const every = JSON.parse(runOnce({ args: [bin, 'policies', '--all', '--format', 'json'], cwd: work }).stdout);
  const config = join(work, 'every.yaml');
  writeFileSync(config, everyPolicy(every));
  const one = join(work, 'one');
  mkdirSync(one);
  writeFileSync(
    join(one, 'Dockerfile'),
    'FROM node:22-slim\nWORKDIR /app\nCOPY package.json package-lock.json ./\nRUN npm ci\nCOPY . .\nUSER node\nCMD ["node", "server.js"]\n',
  );
  const env = { XDG_CACHE_HOME: join(work, 'cache'), FORCE_COLOR: '0' };
  const lint = (...more) => [bin, 'lint', '--format', 'json', ...more];

  // What is printed with every policy on, eleven megabytes, goes nowhere.
  const whole = interleave(
    {
      dockwarden: { args: lint('--no-cache', '--config', config, files), cwd: work, env, output: 'ignore' },
      floor: { args: [floor, 'parse', files], cwd: work },
    },
    rounds,
  );
  runOnce({ args: lint('--config', config, files), cwd: work, env });
  const again = interleave(
    {
      dockwarden: { args: lint('--config', config, files), cwd: work, env, output: 'ignore' },
      floor: { args: [floor, 'hash', files], cwd: work },
    },
    rounds,
  );
  const alone = { args: lint('--no-cache', join(one, 'Dockerfile')), cwd: one };
  const single = interleave(
    {
      // The round that does not count leaves the compiled code for the others.
      dockwarden: { ...alone, env },
      'dockwarden, nothing compiled yet': () => ({
        ...alone,
        env: { ...env, XDG_CACHE_HOME: mkdtempSync(join(work, 'new-')) },
      }),
      'dockwarden, no code cache': { ...alone, env: { ...env, DOCKWARDEN_NO_CODE_CACHE: '1' } },
      'node -e 0': { args: ['-e', '0'], cwd: one },
    },
    Math.max(rounds, 11),
  );

  print(
    `${cpus()[0].model}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}; medians of ${rounds} interleaved runs; ${every.length} policies`,
  );
  table('566 Dockerfiles and 354 Compose files, every policy on', whole, 'floor');
  table('the same, unchanged, a second time', again, 'floor');
  table('one Dockerfile, recommended; the code compiled by an earlier run', single, 'node -e 0');
  peers();
} finally {
  rmSync(work, { recursive: true, force: true });
  rmSync(files, { recursive: true, force: true });
}

function peers() {
  const folder = join(tmpdir(), 'dockwarden-bench-peers');
  if (!existsSync(join(folder, 'node_modules'))) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{"private":true}');
    const npm = spawnSync('npm', ['install', 'dclint@3.1.0', 'dockerfilelint@1.8.0', '--no-save'], {
      cwd: folder,
      encoding: 'utf8',
    });
    if (npm.status !== 0) return print('the peers could not be installed: no figures for them');
  }
  const compose = join(files, 'compose');
  const docker = join(files, 'docker');
  const env = { XDG_CACHE_HOME: join(work, 'cache') };
  const sample = spawnSync('find', [docker, '-name', 'Dockerfile'], { encoding: 'utf8' })
    .stdout.split('\n')
    .filter(Boolean)
    .slice(0, 100);
  const dockerfilelint = join(folder, 'node_modules/dockerfilelint/bin/dockerfilelint');
  const dockerfilelintName = 'dockerfilelint (the same, JSON)';
  const anyCode = Array.from({ length: 256 }, (_, code) => code);
  const dclint = join(folder, 'node_modules/dclint/bin/dclint.cjs');
  const compared = interleave(
    {
      'dockwarden (354 Compose files)': {
        args: [bin, 'lint', '--no-cache', '--format', 'json', compose],
        cwd: work,
        env,
      },
      ...(existsSync(dclint) && {
        'dclint (the same)': { args: [dclint, '-r', compose], cwd: work, accept: [0, 1, 2] },
      }),
      'dockwarden (100 Dockerfiles)': {
        args: [bin, 'lint', '--no-cache', '--format', 'json', ...sample],
        cwd: work,
        env,
      },
      [dockerfilelintName]: {
        args: [dockerfilelint, '--json', ...sample],
        cwd: work,
        accept: anyCode, // it exits with the number of what it found
        output: 'file',
      },
    },
    3,
  );
  table('peers', compared);
  const { stdout } = runOnce({
    args: [dockerfilelint, '--json', ...sample],
    cwd: work,
    accept: anyCode,
    output: 'file',
  });
  print(`  dockerfilelint spoke of ${JSON.parse(stdout).files.length} of ${sample.length} files`);
  buildChecks(sample.slice(0, 20));
}

/** Docker's own checks, one process a file since it takes no more; what BuildKit's daemon does is not in the CPU time. */
function buildChecks(sample) {
  if (spawnSync('docker', ['buildx', 'version']).status !== 0 || spawnSync('docker', ['info']).status !== 0)
    return print('\nno Docker with buildx can be reached: no figures for docker buildx build --call=check');
  const empty = join(work, 'empty');
  mkdirSync(empty, { recursive: true });
  const check = (file) =>
    spawnSync('docker', ['buildx', 'build', '--call=check', '--file', file, empty], { timeout: 120_000 });
  const lintOne = (file) => runOnce({ args: [bin, 'lint', '--no-cache', '--format', 'json', file], cwd: work }).wall;
  const milliseconds = (run) => {
    const started = performance.now();
    const { status } = run();
    return { wall: performance.now() - started, answered: status === 0 || status === 1 };
  };
  const checked = sample.map((file) => {
    check(file); // once before, so that a frontend or base image is not fetched within what is measured
    return { ...milliseconds(() => check(file)), own: lintOne(file) };
  });
  print(`\n${sample.length} Dockerfiles, one process each: median of a file`);
  print(
    `  docker buildx build --call=check   ${median(checked.map(({ wall }) => wall))
      .toFixed(0)
      .padStart(6)} ms wall`,
  );
  print(
    `  dockwarden                         ${median(checked.map(({ own }) => own))
      .toFixed(0)
      .padStart(6)} ms wall`,
  );
  const unanswered = checked.filter(({ answered }) => !answered).length;
  if (unanswered > 0) print(`  docker gave no verdict on ${unanswered} of them`);
}

function table(title, rows, base) {
  print(`\n${title}`);
  for (const [name, { wall, cpu, rss }] of Object.entries(rows)) {
    const ratio =
      base && name !== base
        ? `  ${(wall / rows[base].wall).toFixed(2)}x wall, ${(cpu / rows[base].cpu).toFixed(2)}x CPU of ${base}`
        : '';
    print(
      `  ${name.padEnd(34)} ${wall.toFixed(0).padStart(6)} ms wall ${cpu.toFixed(0).padStart(6)} ms CPU ${rss.toFixed(0).padStart(5)} MB${ratio}`,
    );
  }
}

function print(line) {
  console.log(line);
}
