import { lstatSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A dozen images that copy and do nothing else, each with a way of its own to say what. */
export const IMAGES = {
  folder: { dockerfile: 'FROM scratch\nCOPY apps/api/src /app/\n' },
  files: { dockerfile: 'FROM scratch\nCOPY apps/api/package.json tsconfig.json /app/\n' },
  patterns: { dockerfile: 'FROM scratch\nCOPY apps/*/package.json *.json libs/[a-m]*/index.?s /app/\n' },
  optional: { dockerfile: 'FROM scratch\nCOPY tsconfig.json yarn.lock* /app/\n' },
  excludes: { dockerfile: 'FROM scratch\nCOPY --exclude=*.md --exclude=**/*.log --exclude=test libs /libs/\n' },
  whole: { dockerfile: 'FROM scratch\nCOPY . /all/\n' },
  own: {
    dockerfile: 'FROM scratch\nCOPY . /own/\n',
    files: { 'images/own/Dockerfile.dockerignore': '*\n!apps\n**/*.md\n!apps/web/README.md\n**/dist\n' },
  },
  links: { dockerfile: 'FROM scratch\nCOPY current /current/\nCOPY config.link /config.json\nCOPY shared/a.txt /\n' },
  stages: {
    dockerfile:
      'FROM scratch AS unused\nCOPY apps/web/src /web/\nFROM scratch AS files\nCOPY libs/alpha /alpha/\nFROM files\nCOPY --from=files /alpha /entry/\nCOPY tsconfig.json /\n',
  },
  arguments: {
    dockerfile: 'FROM scratch\nARG APP=api\nARG FILE=${APP}/package.json\nCOPY apps/${FILE} apps/$APP/src /app/\n',
    request: { args: { APP: 'web' } },
  },
  named: {
    dockerfile: 'FROM scratch\nCOPY --from=lib . /lib/\nCOPY apps/web/package.json /\n',
    request: { contexts: { lib: './libs/beta' } },
    files: { 'libs/beta/.dockerignore': '*.log\n' },
  },
  dist: { dockerfile: 'FROM scratch\nCOPY apps/web/dist /srv/\n', context: '.' },
  inside: { dockerfile: 'FROM scratch\nCOPY src ./package.json /app/\n', context: 'apps/web' },
};

const FILES = {
  '.gitignore': 'dist\n*.log\n.env\n',
  '.dockerignore': '.git\nout\n**/*.log\nlibs/*/test\n!libs/alpha/test/keep.txt\n',
  'tsconfig.json': '{}\n',
  'package.json': '{}\n',
  'README.md': 'readme\n',
  'apps/api/package.json': '{"name":"api"}\n',
  'apps/api/src/main.js': 'main\n',
  'apps/api/src/deep/er/x.js': 'x\n',
  'apps/api/src/.env': 'A=1\n',
  'apps/api/README.md': 'api\n',
  'apps/web/package.json': '{"name":"web"}\n',
  'apps/web/src/index.js': 'index\n',
  'apps/web/src/style.css': 'a{}\n',
  'apps/web/README.md': 'web\n',
  'apps/web/dist/bundle.js': 'bundle\n',
  'libs/alpha/index.js': 'alpha\n',
  'libs/alpha/index.d.ts': 'alpha\n',
  'libs/alpha/test/a.test.js': 'test\n',
  'libs/alpha/test/keep.txt': 'keep\n',
  'libs/beta/index.js': 'beta\n',
  'libs/beta/run.log': 'log\n',
  'libs/omega/index.js': 'omega\n',
  'config/a.json': '{"a":1}\n',
  'config/b.json': '{"b":1}\n',
  'versions/1/a.txt': 'one\n',
  'versions/2/a.txt': 'two\n',
};

const LINKS = {
  current: 'versions/1',
  'config.link': 'config/a.json',
  shared: 'versions/2',
  'apps/api/src/link': '../package.json',
  'libs/alpha/gone': 'nowhere',
};

/** What no image could be built without, with the folders above. */
export const NEEDED = new Set(
  [
    'apps/api/src',
    'apps/api/package.json',
    'apps/web/src',
    'apps/web/package.json',
    'apps/web/dist',
    'tsconfig.json',
    'libs/alpha/index.js',
    'libs/beta',
    'config/a.json',
    'config/b.json',
    'versions/1/a.txt',
    'versions/2/a.txt',
    'README.md',
    'current',
    'config.link',
    'shared',
  ].flatMap((path) => path.split('/').map((_, index, parts) => parts.slice(0, index + 1).join('/'))),
);

/** What an image is, as configuration says it. */
export const SETTINGS = Object.fromEntries(
  Object.entries(IMAGES).map(([name, { context = '.', request }]) => [
    name,
    { dockerfile: `images/${name}/Dockerfile`, context, ...request },
  ]),
);

/** Lays the workspace, or what is absent of it; ignore files and Dockerfiles are laid anew. */
export function layWorkspace(root) {
  const files = { ...FILES };
  for (const [name, { dockerfile, files: more }] of Object.entries(IMAGES))
    Object.assign(files, { [`images/${name}/Dockerfile`]: dockerfile }, more);
  rmSync(join(root, 'images/folder/Dockerfile.dockerignore'), { force: true });
  for (const [path, text] of Object.entries(files)) {
    const isSetting = path.startsWith('images/') || path.endsWith('.dockerignore');
    if (isSetting || !isThere(join(root, path))) lay(join(root, path), () => writeFileSync(join(root, path), text));
  }
  for (const [path, target] of Object.entries(LINKS))
    if (!isThere(join(root, path))) lay(join(root, path), () => symlinkSync(target, join(root, path)));
}

/** What stands in the way of a folder goes. */
function lay(path, make) {
  for (let folder = dirname(path); !isFolder(folder); folder = dirname(folder)) rmSync(folder, { force: true });
  mkdirSync(dirname(path), { recursive: true });
  if (isFolder(path)) rmSync(path, { recursive: true });
  make();
}

function isThere(path) {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

function isFolder(path) {
  return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
