// Linting a Turborepo of many packages against the same files by their paths, in one process each: node scripts/bench/turborepo.mjs [--packages 200] [--runs 7]
// Medians of interleaved runs. Needs a build. The ratio is what finding the files, the packages and what joins them costs.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { interleave, runOnce } from './measure.mjs';

const { values } = parseArgs({
  options: {
    packages: { type: 'string', default: '200' },
    sources: { type: 'string', default: '50' },
    runs: { type: 'string', default: '7' },
  },
});
const packages = Number(values.packages);
const sources = Number(values.sources);
const bin = join(import.meta.dirname, '../../packages/cli/bin/dockwarden.js');
const work = mkdtempSync(join(tmpdir(), 'dockwarden-bench-turborepo-'));
try {
  const { root, files } = layTurborepo();
  const lint = (paths, ...more) => ({
    args: [bin, 'lint', '--format', 'json', ...more, ...paths],
    cwd: root,
    env: { XDG_CACHE_HOME: join(work, 'cache'), FORCE_COLOR: '0' },
  });
  // Otherwise the two would not have done the same work.
  const [whole, named] = [lint([]), lint(files)].map((program) => runOnce(program).stdout);
  if (whole !== named) throw new Error('by path something else was found');
  console.log(
    `Node ${process.version}, ${availableParallelism()} of ${cpus()[0].model}; ${packages} packages of ${sources} sources, ${files.length} files to lint; medians of ${values.runs} interleaved runs`,
  );
  compare('anew', lint([], '--no-cache'), lint(files, '--no-cache'));
  compare('unchanged, a second time', lint([]), lint(files));
} finally {
  rmSync(work, { recursive: true, force: true });
}

function compare(title, workspace, byPath) {
  const found = interleave({ workspace, 'by path': byPath }, Number(values.runs));
  console.log(title);
  for (const [name, { wall, cpu, rss }] of Object.entries(found))
    console.log(`  ${name.padEnd(10)} ${wall.toFixed(0)} ms, ${cpu.toFixed(0)} ms of CPU, ${rss.toFixed(0)} MB`);
  const ratio = (figure) => (found.workspace[figure] / found['by path'][figure]).toFixed(2);
  console.log(`  ${ratio('wall')} times its wall time, ${ratio('cpu')} times its CPU`);
}

/** Packages in chains of five, each with an image that copies its own sources and those of the next. */
function layTurborepo() {
  const root = join(work, 'workspace');
  const write = (path, text) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), typeof text === 'string' ? text : `${JSON.stringify(text, undefined, 2)}\n`);
  };
  const names = Array.from({ length: packages }, (_, index) => `app${index}`);
  const needed = (index) => (index % 5 === 4 || index === packages - 1 ? undefined : names[index + 1]);
  write('package.json', { name: 'bench', private: true, packageManager: 'npm@10.9.0', workspaces: ['apps/*'] });
  write('package-lock.json', { name: 'bench', lockfileVersion: 3, packages: {} });
  write('turbo.json', { tasks: { '//#docker-lint': {}, build: { dependsOn: ['^build'] } } });
  write('.gitignore', 'node_modules\n.turbo\n');
  write('.dockerignore', '.git\n**/node_modules\n**/.env\n');
  write('dockwarden.yaml', 'dockwarden: config/v1\nextends: [dockwarden:recommended]\n');
  const files = names.map((name, index) => {
    const other = needed(index);
    const dependencies = other && { [other]: '1.0.0' };
    write(`apps/${name}/package.json`, { name, version: '1.0.0', private: true, dependencies });
    for (let source = 0; source < sources; source++) write(`apps/${name}/src/file${source}.js`, '');
    const copied = [name, ...(other ? [other] : [])];
    write(
      `apps/${name}/Dockerfile`,
      `FROM node:22-bookworm-slim
WORKDIR /srv
COPY package.json package-lock.json ./
${copied.map((each) => `COPY apps/${each}/package.json apps/${each}/\nCOPY apps/${each}/src apps/${each}/src\n`).join('')}RUN npm ci
USER 1000:1000
HEALTHCHECK CMD ["node", "apps/${name}/src/file0.js"]
CMD ["node", "apps/${name}/src/file1.js"]
`,
    );
    return `apps/${name}/Dockerfile`;
  });
  const git = (...args) =>
    execFileSync('git', ['-c', 'user.name=b', '-c', 'user.email=b@example.org', ...args], { cwd: root });
  git('init', '-q');
  git('add', '-A');
  git('commit', '-qm', 'first');
  return { root, files };
}
