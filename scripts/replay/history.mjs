import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What commits of a monorepo are mostly about, and how often: words are those of `change`. */
const kinds = [
  ...Array(30).fill('source'),
  ...Array(12).fill('library'),
  ...Array(12).fill('test'),
  ...Array(10).fill('readme'),
  ...Array(8).fill('lockfile'),
  ...Array(6).fill('add'),
  ...Array(5).fill('remove'),
  ...Array(5).fill('ci'),
  ...Array(4).fill('comment'),
  ...Array(4).fill('dockerfile'),
  ...Array(3).fill('ignore'),
  ...Array(1).fill('manifest'),
];

const apps = Array.from({ length: 9 }, (_, index) => `app${index}`);
const libraries = ['ui', 'data', 'log', 'auth'];
/** Which libraries an application needs. */
const needs = (app) => libraries.filter((_, index) => (Number(app.slice(3)) + index) % 2 === 0);

/**
 * Commits a monorepo of nine applications and four libraries and then changes to it, in a random but repeatable order. Beside every
 * Dockerfile stands `truth.json`: the files that its image holds, kept by this generator and read by no build.
 */
export function generateHistory(root, { commits, seed }) {
  const random = generator(seed);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const files = new Map();
  const dockerfiles = new Map();
  const extras = new Map(apps.map((app) => [app, 0]));
  const git = (...args) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', ...args], { cwd: root });
  const put = (path, text) => files.set(path, text);
  mkdirSync(root, { recursive: true });
  git('init', '-q', '-b', 'main');
  put('package.json', JSON.stringify({ name: 'shop', private: true, workspaces: ['apps/*', 'libs/*'] }));
  put('package-lock.json', '{}');
  put('nx.json', '{}');
  put('README.md', 'shop');
  put('.gitignore', 'node_modules\n');
  for (const library of libraries) {
    put(`libs/${library}/package.json`, JSON.stringify({ name: library, version: '1.0.0' }));
    for (let index = 0; index < 5; index++) put(`libs/${library}/src/file${index}.js`, `${index}`);
    put(`libs/${library}/README.md`, library);
  }
  for (const app of apps) {
    const dependencies = Object.fromEntries(needs(app).map((library) => [library, '*']));
    put(`apps/${app}/package.json`, JSON.stringify({ name: app, version: '1.0.0', dependencies }));
    for (let index = 0; index < 6; index++) put(`apps/${app}/src/file${index}.js`, `${index}`);
    put(`apps/${app}/src/file0.spec.js`, 'test');
    put(`apps/${app}/README.md`, app);
    put(`apps/${app}/Dockerfile.dockerignore`, '**/*.spec.js\n**/README.md\n');
    dockerfiles.set(app, { label: 0, comment: 0 });
  }

  const change = {
    source: () => put(`apps/${pick(apps)}/src/file${Math.floor(random() * 6)}.js`, String(random())),
    library: () => put(`libs/${pick(libraries)}/src/file${Math.floor(random() * 5)}.js`, String(random())),
    test: () => put(`apps/${pick(apps)}/src/file0.spec.js`, String(random())),
    readme: () =>
      put(pick(['README.md', `apps/${pick(apps)}/README.md`, `libs/${pick(libraries)}/README.md`]), String(random())),
    lockfile: () => put('package-lock.json', JSON.stringify({ at: random() })),
    add: () => {
      const app = pick(apps);
      extras.set(app, extras.get(app) + 1);
      put(`apps/${app}/src/extra${extras.get(app)}.js`, String(random()));
    },
    remove: () => {
      const extra = [...files.keys()].filter((path) => /src\/extra\d+\.js$/.test(path));
      if (extra.length > 0) files.delete(pick(extra));
      else put('README.md', String(random()));
    },
    ci: () => put('.github/workflows/ci.yml', String(random())),
    comment: () => dockerfiles.get(pick(apps)).comment++,
    dockerfile: () => dockerfiles.get(pick(apps)).label++,
    ignore: () => {
      const app = pick(apps);
      const path = `apps/${app}/Dockerfile.dockerignore`;
      put(path, `${files.get(path)}# ${random()}\n`);
    },
    manifest: () => put(`apps/${pick(apps)}/package.json.note`, String(random())),
  };

  for (let commit = 0; commit <= commits; commit++) {
    if (commit > 0) change[pick(kinds)]();
    for (const app of apps) writeDockerfile(app);
    lay();
    git('add', '-A');
    git('commit', '-q', '--allow-empty', '-m', `commit ${commit}`);
  }

  function writeDockerfile(app) {
    const { label, comment } = dockerfiles.get(app);
    const instructions = [
      'FROM scratch',
      `LABEL generation="${label}"`,
      'COPY package.json ./',
      ...needs(app).map((library) => `COPY libs/${library}/src libs/${library}/src`),
      `COPY apps/${app}/src apps/${app}/src`,
    ];
    put(`apps/${app}/Dockerfile`, [`# ${comment}`, ...instructions, ''].join('\n'));
    const held = [...files.keys()].filter(
      (path) =>
        path === 'package.json' ||
        needs(app).some((library) => path.startsWith(`libs/${library}/src/`)) ||
        (path.startsWith(`apps/${app}/src/`) && !path.endsWith('.spec.js')),
    );
    put(`apps/${app}/truth.json`, JSON.stringify({ files: held.sort(), instructions: instructions.join('\n') }));
  }

  function lay() {
    for (const name of ['apps', 'libs']) rmSync(join(root, name), { recursive: true, force: true });
    for (const [path, text] of files) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
  }
}

/** Numbers from 0 to 1, the same for a seed. Mulberry32. */
function generator(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
