import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

const NAMES = [
  'new.js',
  'notes.md',
  'run.log',
  '.env',
  'index.ts',
  'data',
  'Ünïcode.txt',
  'two words',
  'yarn.lock',
  'a.json',
];
const MODES = [0o644, 0o755, 0o600, 0o664, 0o700, 0o4755, 0o444];
const PATTERNS = [
  '**/*.md',
  'apps/web/src',
  '!apps/web/src/index.js',
  '**/dist',
  'libs/*',
  '!libs/beta',
  '*.json',
  '!tsconfig.json',
  '**/.env',
  'versions',
  '**/data',
  '# comment',
];
/** Lines that may come to a Dockerfile, and go again. */
const LINES = [
  '# a comment',
  'COPY config /config/',
  'COPY versions/*/a.txt /versions/',
  'ADD README.md /docs/',
  'ARG UNUSED=1',
  'COPY --chmod=600 tsconfig.json /private.json',
];

/**
 * Makes one random change of the workspace and says what kind it was. `protectedPaths` are not taken away: without them too many
 * images could not be built at all.
 */
export function changeSomething(root, random, protectedPaths) {
  for (;;) {
    const kind = random.pick(Object.keys(CHANGES));
    const done = CHANGES[kind](root, random, (path) => protectedPaths.has(path));
    if (done !== undefined) return { kind, what: done };
  }
}

const CHANGES = {
  'edited, equal size': (root, random) => {
    const path = random.pick(sources(root));
    const bytes = readFileSync(join(root, path));
    if (bytes.length === 0) return undefined;
    bytes[random.below(bytes.length)] = 0x61 + random.below(26);
    writeFileSync(join(root, path), bytes);
    return path;
  },
  edited: (root, random) => {
    const path = random.pick(sources(root));
    writeFileSync(join(root, path), `${readFileSync(join(root, path), 'utf8').slice(0, 200)}${random.below(1e9)}\n`);
    return path;
  },
  added: (root, random) => {
    const path = `${random.pick(folders(root))}/${random.pick(NAMES)}`;
    if (isThere(root, path)) return undefined;
    writeFileSync(join(root, path), `${random.below(1e9)}`);
    return path;
  },
  'added in a new folder': (root, random) => {
    const path = `${random.pick(folders(root))}/new-${random.below(100)}/${random.pick(NAMES)}`;
    if (isThere(root, path)) return undefined;
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), `${random.below(1e9)}`);
    return path;
  },
  removed: (root, random, isProtected) => {
    const path = random.pick([...sources(root), ...links(root)]);
    if (isProtected(path)) return undefined;
    rmSync(join(root, path));
    return path;
  },
  renamed: (root, random, isProtected) => {
    const from = random.pick(sources(root));
    const to = `${random.pick(folders(root))}/${random.pick(NAMES)}`;
    if (isProtected(from) || isThere(root, to)) return undefined;
    renameSync(join(root, from), join(root, to));
    return `${from} to ${to}`;
  },
  'folder renamed': (root, random, isProtected) => {
    const from = random.pick(folders(root));
    const to = `${random.pick(folders(root))}/moved-${random.below(100)}`;
    if (isProtected(from) || isThere(root, to) || `${to}/`.startsWith(`${from}/`)) return undefined;
    renameSync(join(root, from), join(root, to));
    return `${from} to ${to}`;
  },
  'folder removed': (root, random, isProtected) => {
    const path = random.pick(folders(root));
    if (isProtected(path)) return undefined;
    rmSync(join(root, path), { recursive: true });
    return path;
  },
  'mode of a file': (root, random) => {
    const path = random.pick(sources(root));
    const mode = random.pick(MODES);
    chmodSync(join(root, path), mode);
    return `${path} ${mode.toString(8)}`;
  },
  'mode of a folder': (root, random) => {
    const path = random.pick(folders(root));
    const mode = random.pick([0o755, 0o700, 0o775]);
    chmodSync(join(root, path), mode);
    return `${path} ${mode.toString(8)}`;
  },
  'link added': (root, random) => {
    const path = `${random.pick(folders(root))}/link-${random.below(20)}`;
    if (isThere(root, path)) return undefined;
    symlinkSync(random.pick(['.', '..', 'nowhere', '../README.md', 'index.js']), join(root, path));
    return path;
  },
  'link retargeted': (root, random) => {
    const targets = {
      current: ['versions/1', 'versions/2'],
      'config.link': ['config/a.json', 'config/b.json'],
      shared: ['versions/1', 'versions/2'],
    };
    const path = random.pick(Object.keys(targets));
    rmSync(join(root, path));
    symlinkSync(random.pick(targets[path]), join(root, path));
    return path;
  },
  'file becomes link': (root, random, isProtected) => {
    const path = random.pick(sources(root));
    if (isProtected(path)) return undefined;
    rmSync(join(root, path));
    symlinkSync('elsewhere', join(root, path));
    return path;
  },
  'empty folder': (root, random) => {
    const path = `${random.pick(folders(root))}/empty-${random.below(20)}`;
    if (isThere(root, path)) rmSync(join(root, path), { recursive: true });
    else mkdirSync(join(root, path));
    return path;
  },
  'build output': (root, random) => {
    const folder = join(root, random.pick(['apps/web/dist', 'apps/web/dist', 'libs/alpha/dist', 'out']));
    mkdirSync(folder, { recursive: true });
    const file = join(folder, random.pick(['bundle.js', 'index.html']));
    // A link that another change has put there may lead in a circle.
    rmSync(file, { force: true });
    writeFileSync(file, `${random.below(3)}`);
    return folder.slice(root.length + 1);
  },
  'ignored by git': (root, random) => {
    const path = `${random.pick(folders(root))}/${random.pick(['.env', 'x.log', 'trace.log'])}`;
    if (isThere(root, path)) rmSync(join(root, path), { recursive: true });
    else writeFileSync(join(root, path), `${random.below(1e9)}`);
    return path;
  },
  'ignore file': (root, random) => {
    const path = random.pick([
      '.dockerignore',
      '.dockerignore',
      'images/own/Dockerfile.dockerignore',
      'libs/beta/.dockerignore',
      'images/folder/Dockerfile.dockerignore',
    ]);
    return toggleLine(root, path, random.pick(PATTERNS), random);
  },
  Dockerfile: (root, random) => {
    const image = random.pick(readdirSync(join(root, 'images')));
    if (image === 'inside') return undefined;
    return toggleLine(root, `images/${image}/Dockerfile`, random.pick(LINES), random, true);
  },
  touched: (root, random) => {
    const path = random.pick(sources(root));
    const time = new Date(Date.now() - random.below(1e9));
    utimesSync(join(root, path), time, time);
    return path;
  },
};

/** Adds a line, or takes it away where it is; a comment goes anywhere, an instruction to the end. */
function toggleLine(root, path, line, random, atEnd = false) {
  const text = existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : '';
  const lines = text.split('\n').filter((each) => each !== '');
  const at = lines.indexOf(line);
  if (at >= 0) lines.splice(at, 1);
  else lines.splice(atEnd ? lines.length : random.below(lines.length + 1), 0, line);
  writeFileSync(join(root, path), lines.map((each) => `${each}\n`).join(''));
  return `${path}: ${line}`;
}

/** Files that are neither Dockerfiles nor ignore files. */
function sources(root) {
  return listing(root)
    .filter(({ kind, path }) => kind === 'file' && !isSetting(path))
    .map(({ path }) => path);
}

function links(root) {
  return listing(root)
    .filter(({ kind }) => kind === 'link')
    .map(({ path }) => path);
}

function folders(root) {
  return listing(root)
    .filter(({ kind, path }) => kind === 'folder' && !path.startsWith('images'))
    .map(({ path }) => path);
}

function isSetting(path) {
  return path.startsWith('images/') || path.endsWith('.dockerignore');
}

function listing(root, folder = '') {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isSymbolicLink()) return [{ path, kind: 'link' }];
      return entry.isDirectory() ? [{ path, kind: 'folder' }, ...listing(root, path)] : [{ path, kind: 'file' }];
    });
}

function isThere(root, path) {
  return lstatSync(join(root, path), { throwIfNoEntry: false }) !== undefined;
}
