// What docker-lint costs in an Nx workspace of many projects: node scripts/bench/nx-workspace.mjs [--nx 24] [--projects 200] [--runs 3]
// Each figure is the median of its runs, which are interleaved; `show projects` is what any command of Nx costs here without a task.
// Before each run that is measured, Nx has looked at the workspace as it stands: after a change its first command writes the graph anew.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { installNx, NX_VERSIONS } from '../../e2e/support/nx-installation.mjs';
import { packTarballs } from '../../e2e/support/tarballs.mjs';

const { values } = parseArgs({
  options: {
    nx: { type: 'string', default: '24' },
    projects: { type: 'string', default: '200' },
    sources: { type: 'string', default: '50' },
    runs: { type: 'string', default: '3' },
  },
});
const TRIVIAL = 'trivial-batch';
const OUR_BATCH = './executors/lint-batch.js#lintBatch';
const SAME_TASKS = 'the same tasks by a batch that does nothing';
const NO_PLUGIN = 'a plugin and a batch that do nothing';
const projects = Number(values.projects);
const folder = mkdtempSync(join(tmpdir(), 'dockwarden-bench-'));
try {
  const home = installNx(values.nx, packTarballs(join(folder, 'tarballs')), folder);
  const root = writeWorkspace();
  writeTrivialPlugin(join(home, 'node_modules', TRIVIAL));
  symlinkSync(join(home, 'node_modules'), join(root, 'node_modules'), 'junction');
  const lint = ['run-many', '-t', 'docker-lint', '--output-style=static'];
  const results = join(home, 'node_modules/.cache/dockwarden');
  const show = () => nx(root, ['show', 'projects']);
  const measured = measure({
    'show projects': { run: show },
    'cold, one batch': {
      before: () => rmSync(results, { recursive: true, force: true }),
      run: () => nx(root, [...lint, '--skip-nx-cache']),
    },
    [SAME_TASKS]: {
      before: () => useBatch(home, `../../${TRIVIAL}/batch.js`),
      run: () => nx(root, [...lint, '--skip-nx-cache']),
      after: () => useBatch(home, OUR_BATCH),
    },
    [NO_PLUGIN]: {
      before: () => {
        writeNxJson(root, TRIVIAL);
        show();
      },
      run: () => nx(root, ['run-many', '-t', 'trivial', '--output-style=static', '--skip-nx-cache']),
      after: () => {
        writeNxJson(root, '@dockwarden/nx');
        show();
      },
    },
    'warm, all from the cache': { before: () => nx(root, lint), run: () => nx(root, lint) },
    'one Dockerfile changed': {
      before: (round) =>
        writeFileSync(join(root, 'apps/app0/Dockerfile'), dockerfile('app0', `LABEL run="${round}"\n`)),
      run: () => nx(root, lint),
      after: show,
    },
  });
  console.log(
    `Nx ${NX_VERSIONS[values.nx].nx}, ${projects} projects, ${projects * (Number(values.sources) + 2)} files`,
  );
  console.log(
    `Node ${process.version}, ${availableParallelism()} of ${cpus()[0].model}, no daemon, median of ${values.runs}`,
  );
  for (const [name, seconds] of Object.entries(measured)) console.log(`${seconds.toFixed(2).padStart(7)} s  ${name}`);
  for (const name of [SAME_TASKS, NO_PLUGIN]) {
    const ratio = measured['cold, one batch'] / measured[name];
    console.log(`${ratio.toFixed(2).padStart(7)} x  cold, against ${name}`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Lets another program do the tasks that our plugin inferred. */
function useBatch(home, batchImplementation) {
  const path = join(home, 'node_modules/@dockwarden/nx/executors.json');
  const declared = JSON.parse(readFileSync(path, 'utf8'));
  declared.executors.lint.batchImplementation = batchImplementation;
  writeFileSync(path, JSON.stringify(declared));
}

function writeNxJson(root, plugin) {
  write(root, 'nx.json', JSON.stringify({ neverConnectToCloud: true, analytics: false, plugins: [plugin] }));
}

/** A plugin and a batch executor that do as little as one can; installed like ours, since Nx looks longer for others. */
function writeTrivialPlugin(folder) {
  const executor = {
    implementation: './run.js',
    batchImplementation: './batch.js',
    preferBatch: true,
    schema: './schema.json',
  };
  const manifest = { name: TRIVIAL, version: '1.0.0', main: './plugin.js', executors: './executors.json' };
  write(folder, 'package.json', JSON.stringify(manifest));
  write(folder, 'executors.json', JSON.stringify({ executors: { trivial: executor } }));
  write(folder, 'schema.json', JSON.stringify({ type: 'object', properties: {} }));
  write(folder, 'run.js', 'module.exports = async () => ({ success: true });\n');
  write(
    folder,
    'batch.js',
    "module.exports = async function* (graph) { for (const task of Object.keys(graph.tasks)) yield { task, result: { success: true, terminalOutput: '' } }; };\n",
  );
  write(
    folder,
    'plugin.js',
    `const target = { executor: '${TRIVIAL}:trivial', cache: true, inputs: ['{projectRoot}/Dockerfile'] };
exports.createNodesV2 = exports.createNodes = ['apps/*/Dockerfile', (files) => files.map((file) => [file, { projects: { [file.slice(0, -11)]: { targets: { trivial: target } } } }])];
`,
  );
}

function writeWorkspace() {
  const root = join(folder, 'workspace');
  writeNxJson(root, '@dockwarden/nx');
  write(root, 'package.json', JSON.stringify({ name: 'bench', private: true, workspaces: ['apps/*'] }));
  write(root, '.gitignore', 'node_modules\n.nx\n');
  write(root, 'dockwarden.yaml', 'dockwarden: config/v1\nextends: [dockwarden:recommended]\npolicies: {}\n');
  for (let i = 0; i < projects; i++) {
    const name = `app${i}`;
    write(root, `apps/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', private: true }));
    write(root, `apps/${name}/Dockerfile`, dockerfile(name));
    for (let n = 0; n < Number(values.sources); n++) write(root, `apps/${name}/src/file${n}.js`, '');
  }
  write(root, '.dockerignore', '.git\n**/node_modules\n**/.env\n.env.local\n');
  return root;
}

function dockerfile(name, more = '') {
  return `FROM node:22-bookworm-slim
WORKDIR /srv
COPY package.json ./
COPY apps/${name}/package.json apps/${name}/
COPY apps/${name}/src apps/${name}/src
${more}USER 1000:1000
HEALTHCHECK CMD ["node", "apps/${name}/src/file0.js"]
CMD ["node", "apps/${name}/src/file1.js"]
`;
}

/** Seconds by name; each case also ran once before, so that what is to be warm is. Only `run` is measured. */
function measure(cases) {
  const seconds = Object.fromEntries(Object.keys(cases).map((name) => [name, []]));
  for (let round = 0; round <= Number(values.runs); round++) {
    for (const [name, { before, run, after }] of Object.entries(cases)) {
      before?.(round);
      const start = process.hrtime.bigint();
      run();
      if (round > 0) seconds[name].push(Number(process.hrtime.bigint() - start) / 1e9);
      after?.();
    }
  }
  return Object.fromEntries(Object.entries(seconds).map(([name, list]) => [name, median(list)]));
}

function median(list) {
  return list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)];
}

function nx(root, args) {
  const env = { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false', NX_NO_CLOUD: 'true', NO_COLOR: '1' };
  const run = spawnSync(process.execPath, [join(root, 'node_modules/.bin/nx'), ...args], {
    cwd: root,
    env,
    encoding: 'utf8',
  });
  if (run.status !== 0) throw new Error(`nx ${args.join(' ')} failed:\n${`${run.stdout}${run.stderr}`.slice(-2000)}`);
}

function write(root, path, text) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}
