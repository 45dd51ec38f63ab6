import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodeFileSystem } from './file-system.ts';
import { type FindOptions, findFiles } from './find-files.ts';
import { listFiles, listingOf } from './list-files.ts';
import { removeTemporaryFolders, temporaryFolder } from './testing/temporary-folder.ts';
import { type Walk, walkFiles } from './walk-files.ts';

afterAll(removeTemporaryFolders);

const FROM = 'FROM scratch\n';
const COMPOSE = 'services:\n  web:\n    image: web\n';

function find(root: string, options?: FindOptions) {
  const fs = nodeFileSystem(root);
  const { files, diagnostics } = findFiles(fs, listFiles(fs), options);
  return {
    files: files.map(({ path, kind }) => `${kind} ${path}`),
    diagnostics: diagnostics.map(({ code, path, exit }) => `${exit} ${code} ${path}`),
  };
}

function git(root: string, ...args: string[]): void {
  execFileSync('git', ['-C', root, '-c', 'user.name=t', '-c', 'user.email=t@t', ...args], { stdio: 'ignore' });
}

const TREE = {
  Dockerfile: FROM,
  'Dockerfile.dockerignore': '*\n',
  'apps/api/Dockerfile.dev': FROM,
  'apps/api/api.Dockerfile': FROM,
  'apps/api/api.dockerfile': FROM,
  'apps/web/Containerfile': FROM,
  'apps/web/Containerfile.prod': FROM,
  'apps/web/dockerfile': FROM,
  'apps/web/src/dockerfile.ts': 'export {};\n',
  'compose.yaml': COMPOSE,
  'deploy/docker-compose.prod.yml': COMPOSE,
  'deploy/dev-compose.yml': COMPOSE,
  'deploy/process-compose.yaml': 'version: "0.5"\nprocesses:\n  api: {}\n',
  '.github/workflows/docker-compose.yml': 'on: push\njobs:\n  test:\n    services: {}\n',
  'node_modules/x/Dockerfile': FROM,
  'apps/api/node_modules/x/Dockerfile': FROM,
  'ignored/Dockerfile': FROM,
  'apps/kept/Dockerfile': FROM,
  '.gitignore': 'ignored/\n/apps/*/tmp\nkept\n!/apps/kept\n',
  'apps/api/tmp/Dockerfile': FROM,
  'apps/web/.gitignore': 'Containerfile.local\n',
  'apps/web/Containerfile.local': FROM,
};
const FOUND = [
  'dockerfile Dockerfile',
  'dockerfile apps/api/Dockerfile.dev',
  'dockerfile apps/api/api.Dockerfile',
  'dockerfile apps/api/api.dockerfile',
  'dockerfile apps/kept/Dockerfile',
  'dockerfile apps/web/Containerfile',
  'dockerfile apps/web/Containerfile.prod',
  'compose compose.yaml',
  'compose deploy/dev-compose.yml',
  'compose deploy/docker-compose.prod.yml',
];

test('finds by walking', () => {
  expect(find(temporaryFolder(TREE))).toEqual({ files: FOUND, diagnostics: [] });
});

test('finds the same with git: tracked, new and changed files, but none that is ignored or gone', () => {
  const root = temporaryFolder({ ...TREE, 'gone/Dockerfile': FROM });
  git(root, 'init', '-q');
  git(root, 'add', 'Dockerfile', 'compose.yaml', 'gone');
  git(root, 'commit', '-qm', 'x');
  rmSync(join(root, 'gone'), { recursive: true });
  expect(find(root)).toEqual({ files: FOUND, diagnostics: [] });
});

test('in a folder of a repository only what lies below it, by the ignore files above as well', () => {
  const root = temporaryFolder({
    '.gitignore': 'tmp/\n',
    'app/Dockerfile': FROM,
    'app/tmp/Dockerfile': FROM,
    Dockerfile: FROM,
  });
  git(root, 'init', '-q');
  expect(find(join(root, 'app')).files).toEqual(['dockerfile Dockerfile']);
});

test('git starts no program that the repository names', () => {
  const root = temporaryFolder({ Dockerfile: FROM });
  git(root, 'init', '-q');
  git(root, 'config', 'core.fsmonitor', `touch ${join(root, 'ran')}; false`);
  expect(find(root).files).toEqual(['dockerfile Dockerfile']);
  expect(nodeFileSystem(root).list('.')).toEqual(['.git', 'Dockerfile']);
});

test('excludes by glob, by folder and by what is asked for', () => {
  const root = temporaryFolder(TREE);
  expect(find(root, { exclude: ['apps/**', './deploy/'] }).files).toEqual([
    'dockerfile Dockerfile',
    'compose compose.yaml',
  ]);
  expect(find(root, { exclude: ['**/*.{dev,prod}*', '*.yaml'] }).files).not.toContain(
    'dockerfile apps/api/Dockerfile.dev',
  );
  expect(find(root, { within: ['deploy', 'apps/kept'] }).files).toEqual([
    'dockerfile apps/kept/Dockerfile',
    'compose deploy/dev-compose.yml',
    'compose deploy/docker-compose.prod.yml',
  ]);
  expect(find(root, { within: ['dep'] }).files).toEqual([]);
  expect(find(root, { within: ['.'] }).files).toEqual(FOUND);
});

describe('says what cannot be read', () => {
  const outside = temporaryFolder({ Dockerfile: FROM });
  const root = temporaryFolder({
    'a/Dockerfile/readme.md': '',
    'b/Dockerfile': '-> nothing',
    'c/Dockerfile': `-> ${outside}/Dockerfile`,
    'd/Dockerfile': '-> ../e',
    'e/Dockerfile.d/readme.md': '',
    'f/Dockerfile': '-> ../g/Containerfile',
    'g/Containerfile': FROM,
    'h/compose.yaml/readme.md': '',
  });
  const found = {
    files: ['dockerfile f/Dockerfile', 'dockerfile g/Containerfile'],
    diagnostics: [
      '3 files/folder a/Dockerfile',
      '3 files/folder h/compose.yaml',
      '3 files/dangling-link b/Dockerfile',
      '2 files/outside c/Dockerfile',
      '3 files/folder d/Dockerfile',
    ],
  };
  test('by walking', () => expect(find(root)).toEqual(found));
  test('with git', () => {
    git(root, 'init', '-q');
    expect(find(root)).toEqual(found);
  });
  test('but not of what is excluded', () => {
    expect(find(root, { exclude: ['[a-d]', 'h'] }).diagnostics).toEqual([]);
  });
});

const describeOnLinux = process.platform === 'linux' ? describe : describe.skip;

// Other systems refuse to make one.
describeOnLinux('a name that is no UTF-8 is said', () => {
  const root = temporaryFolder({ Dockerfile: FROM, '.gitignore': 'ignored*\n' });
  const named = (...parts: (string | number)[]) =>
    Buffer.concat([root, '/', ...parts].map((part) => Buffer.from(typeof part === 'number' ? [part] : part)));
  writeFileSync(named('Dockerfile.', 0xff), FROM);
  writeFileSync(named('picture', 0xff, '.png'), '');
  mkdirSync(named('caf', 0xe9));
  writeFileSync(named('caf', 0xe9, '/Dockerfile'), FROM);
  mkdirSync(named('ignored', 0xe9));

  test('by walking, which cannot look into a folder of such a name', () =>
    expect(find(root)).toEqual({
      files: ['dockerfile Dockerfile'],
      diagnostics: ['3 files/garbled-name caf\uFFFD', '3 files/garbled-name Dockerfile.\uFFFD'],
    }));
  test('with git, of what would be linted', () => {
    git(root, 'init', '-q');
    expect(find(root)).toEqual({
      files: ['dockerfile Dockerfile'],
      diagnostics: ['3 files/garbled-name Dockerfile.\uFFFD', '3 files/garbled-name caf\uFFFD/Dockerfile'],
    });
    expect(find(root, { exclude: ['Dockerfile.*', 'caf*'] }).diagnostics).toEqual([]);
  });
});

describe('a folder that cannot be read is said', () => {
  const root = temporaryFolder({
    Dockerfile: FROM,
    'apps/locked/Dockerfile': FROM,
    '.gitignore': 'cache\n',
    'cache/x': '',
  });
  const fs = nodeFileSystem(root);
  /** Permissions do not bind the superuser, whom tests may run as. */
  const unreadable = (code: string, ...folders: string[]) =>
    walkFiles(fs, (folder) => {
      if (folders.includes(folder)) throw Object.assign(new Error(code), { code });
      return readdirSync(join(root, folder), { withFileTypes: true });
    });
  const said = (walk: Walk, options?: FindOptions) =>
    findFiles(fs, listingOf(walk), options).diagnostics.map(({ path, exit, message }) => [path, exit, message]);
  const locked = ['apps/locked', 3, 'apps/locked cannot be read.'];

  test('but not one that git ignores, nor one that went away', () => {
    expect(said(unreadable('EACCES', 'apps/locked', 'cache'))).toEqual([locked]);
    expect(said(unreadable('ENOENT', 'apps/locked'))).toEqual([]);
  });
  test.each([
    [['apps'], []],
    [['apps/locked'], []],
    [['apps/locked/'], []],
    [['apps/locked/**'], []],
    [['**/*.dev', 'other/**'], [locked]],
  ])('but not where %j is excluded', (exclude, expected) =>
    expect(said(unreadable('EACCES', 'apps/locked'), { exclude })).toEqual(expected),
  );
  test('but not where others were asked for', () => {
    expect(said(unreadable('EACCES', 'apps/locked'), { within: ['libs'] })).toEqual([]);
    expect(said(unreadable('EACCES', 'apps/locked'), { within: ['apps'] })).toEqual([locked]);
  });
  test('the root itself', () => expect(said(unreadable('EACCES', '.'))).toEqual([['.', 3, '. cannot be read.']]));
  test('by git, of which node_modules is none', () =>
    expect(said({ files: [], cut: [], unreadable: ['apps/locked', 'a/node_modules'] })).toEqual([locked]));
});
