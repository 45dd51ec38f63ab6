import { execFileSync } from 'node:child_process';
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ContextInputs, InputSource } from '../model/image-inputs.ts';
import { contextInputs } from '../testing/context-inputs.ts';
import { addTree, layTree, type Tree } from '../testing/lay-tree.ts';
import { readContext } from './read-context.ts';

const TREE: Tree = {
  'a1/b/f.txt': '1',
  'a2/b/f.txt': '2',
  'a2/b/deep/g.md': '3',
  'root.txt': 'r',
  'root.md': 'r2',
  'src/main.ts': 's',
  'src/lib/l.ts': 'l',
  'src/lib/x/n.txt': 'n',
  'src/rl': { link: '../root.txt' },
  'src/uplink': { link: '../../../root.txt' },
  'real/t.txt': 't',
  'real/sub/u.txt': 'u',
  empty: undefined,
  linkdir: { link: 'real' },
  rlink: { link: 'root.txt' },
  rlink2: { link: 'rlink' },
  a3: { link: 'real' },
  abslink: { link: '/real' },
  dangling: { link: 'nowhere' },
  loop: { link: 'loop' },
};

let root: string;
let dispose: () => void;
beforeEach(() => {
  ({ root, dispose } = layTree(TREE));
});
afterEach(() => dispose());

function read(sources: readonly (string | Partial<InputSource>)[], ignore?: string, rest: Partial<ContextInputs> = {}) {
  if (ignore !== undefined) writeFileSync(join(root, '.ignore'), ignore);
  const inputs = contextInputs(sources, { ...(ignore !== undefined && { ignoreFile: '.ignore' }), ...rest });
  return readContext({ root, inputs, mode: 'staged', git: false });
}

const REAL = ['real', 'real/sub', 'real/sub/u.txt', 'real/t.txt'];
const SRC = ['src', 'src/lib', 'src/lib/l.ts', 'src/lib/x', 'src/lib/x/n.txt', 'src/main.ts', 'src/rl', 'src/uplink'];

// Each was tried with COPY on Docker 28.5, but for --parents, which is newer: what is listed is what the build read, with the folders and
// links on the way.
describe('what sources name', () => {
  test.each<[string, (string | Partial<InputSource>)[], string[], string?]>([
    ['a file', ['root.txt'], ['root.txt']],
    ['a file deep down', ['src/lib/l.ts'], ['src', 'src/lib', 'src/lib/l.ts']],
    ['a folder; links in it stay links', ['src'], SRC],
    ['an empty folder', ['empty'], ['empty']],
    ['a pattern that matches nothing', ['nothing*.txt'], []],
    ['a pattern that matches nothing in a folder', ['src/nope*'], ['src']],
    ['patterns in folders', ['a*/b/f.txt'], ['a1', 'a1/b', 'a1/b/f.txt', 'a2', 'a2/b', 'a2/b/f.txt']],
    ['a class', ['[r]oot.*'], ['root.md', 'root.txt']],
    ['a pattern that matches a link', ['a[3]'], ['a3', ...REAL]],
    ['a link to a folder', ['linkdir'], ['linkdir', ...REAL]],
    ['a folder above that is a link', ['linkdir/t.txt'], ['linkdir', 'real', 'real/t.txt']],
    ['a pattern below a link', ['linkdir/*.txt'], ['linkdir', 'real', 'real/t.txt']],
    ['a link with a wildcard is not entered', ['link?ir/t.txt'], []],
    ['a link to a link', ['rlink2'], ['rlink', 'rlink2', 'root.txt']],
    ['an absolute link starts at the context', ['abslink/t.txt'], ['abslink', 'real', 'real/t.txt']],
    ['a link that climbs stops at the context', ['src/uplink'], ['root.txt', 'src', 'src/uplink']],
    ['excludes within a folder', [{ path: 'src', excludes: ['lib'] }], ['src', 'src/main.ts', 'src/rl', 'src/uplink']],
    ['excludes are relative to the source', [{ path: 'src', excludes: ['src/lib', '/lib', '*.txt'] }], SRC],
    [
      'excludes with an exception',
      [{ path: 'src', excludes: ['lib/*', '!lib/l.ts'] }],
      ['src', 'src/lib', 'src/lib/l.ts', 'src/main.ts', 'src/rl', 'src/uplink'],
    ],
    [
      'what one source leaves out and another names',
      [{ path: 'src', excludes: ['*'] }, 'src/lib/x'],
      ['src', 'src/lib', 'src/lib/x', 'src/lib/x/n.txt'],
    ],
    ['excludes do not speak of a file that is named', [{ path: 'root.txt', excludes: ['*.txt'] }], ['root.txt']],
    ['a hidden folder with something kept', ['src'], ['src', 'src/lib', 'src/lib/l.ts'], 'src\n!src/lib/l.ts\n'],
    ['a pattern beside a hidden folder', ['a1*'], [], 'a1\n'],
    ['a pattern on a hidden folder with something kept', ['a1*'], ['a1', 'a1/b', 'a1/b/f.txt'], 'a1\n!a1/b/f.txt\n'],
    ['behind a link after the ignore file', ['linkdir'], ['linkdir', 'real', 'real/t.txt'], 'real/sub\n'],
    [
      '--parents with **',
      [{ path: '**/*.txt', parents: true, pivot: '.' }],
      [
        'a1',
        'a1/b',
        'a1/b/f.txt',
        'a2',
        'a2/b',
        'a2/b/f.txt',
        ...REAL,
        'root.txt',
        'src',
        'src/lib',
        'src/lib/x',
        'src/lib/x/n.txt',
      ],
    ],
    [
      '--parents with a pivot',
      [{ path: 'src/lib/**/*.txt', parents: true, pivot: 'src' }],
      ['src', 'src/lib', 'src/lib/x', 'src/lib/x/n.txt'],
    ],
    [
      '--parents with excludes from the top',
      [{ path: 'src/lib', parents: true, pivot: '.', excludes: ['lib', '**/*.txt'] }],
      ['src', 'src/lib', 'src/lib/l.ts', 'src/lib/x'],
    ],
    [
      '--parents with excludes from a pivot',
      [{ path: 'src/lib', parents: true, pivot: 'src', excludes: ['lib/x'] }],
      ['src', 'src/lib', 'src/lib/l.ts'],
    ],
    [
      '--parents with excludes from nobody knows where',
      [{ path: 'src/lib', parents: true, excludes: ['lib/x', 'src'] }],
      ['src', 'src/lib', 'src/lib/l.ts', 'src/lib/x', 'src/lib/x/n.txt'],
    ],
    ['a path that climbs stops at the context', ['../src/../../root.txt'], ['root.txt']],
    ['--parents of a folder', [{ path: 'real', parents: true }], REAL],
  ])('%s', (...[, sources, paths, ignore]) => {
    const { entries, diagnostics } = read(sources, ignore);
    expect(diagnostics).toEqual([]);
    expect(entries.map(({ path }) => path)).toEqual(paths);
  });

  test('the whole context after its ignore file', () => {
    const { entries } = read(['.'], '.ignore\na*\nsrc/*\n!src/lib/x\nloop\n');
    expect(entries.map(({ path }) => path)).toEqual([
      'dangling',
      'empty',
      'linkdir',
      ...REAL,
      'rlink',
      'rlink2',
      'root.md',
      'root.txt',
      'src',
      'src/lib',
      'src/lib/x',
      'src/lib/x/n.txt',
    ]);
  });

  test('a source is there once, whatever else names it', () => {
    const twice = read(['src/lib', { path: 'src', excludes: ['*.ts'] }, 'src/lib/l.ts', '.']);
    expect(twice.entries).toEqual(read(['.']).entries);
  });

  test('a dependency closure: files of the top, and what it names', () => {
    addTree(root, { '.git/HEAD': 'ref' });
    const { entries } = read([{ path: '.', closure: ['src/lib', 'src/main.ts', 'root.txt', 'gone', '.git'] }]);
    expect(entries.map(({ path }) => path)).toEqual([
      'a3',
      'abslink',
      'dangling',
      'linkdir',
      'loop',
      'rlink',
      'rlink2',
      'root.md',
      'root.txt',
      'src',
      'src/lib',
      'src/lib/l.ts',
      'src/lib/x',
      'src/lib/x/n.txt',
      'src/main.ts',
    ]);
  });

  test('a context that is a folder of the workspace', () => {
    const { entries } = read(['lib'], undefined, { directory: 'src' });
    expect(entries.map(({ path, absolute }) => [path, absolute])).toEqual(
      ['lib', 'lib/l.ts', 'lib/x', 'lib/x/n.txt'].map((path) => [path, join(root, 'src', path)]),
    );
  });
});

describe('what the build would fail on', () => {
  test.each<[string, string, string, string?]>([
    ['nothing there', 'nothing.txt', 'build/source-missing'],
    ['another case', 'Root.txt', 'build/source-missing'],
    ['a file taken for a folder', 'root.txt/x', 'build/source-missing'],
    ['a pattern in a folder that is not there', 'nodir/*', 'build/source-missing'],
    ['a pattern in a folder that is hidden', 'src/*.ts', 'build/source-ignored', 'src\n'],
    ['a link to nothing', 'dangling', 'build/source-dangling'],
    ['a link to itself', 'loop', 'build/source-dangling'],
    ['a pattern that matches a link to nothing', 'd*', 'build/source-dangling'],
    ['hidden', 'root.txt', 'build/source-ignored', 'root*\n'],
    ['what a link leads to is hidden', 'rlink', 'build/source-dangling', 'root.txt\n'],
    ['a class without its end', '[x', 'build/source-pattern'],
    ['a bad ignore file', 'root.txt', 'syntax/ignore-pattern-malformed', 'a[\n'],
  ])('%s', (...[, source, code, ignore]) => {
    const { diagnostics } = read([{ path: source, pattern: /[*[]/.test(source) }], ignore);
    expect(diagnostics).toMatchObject([{ code, exit: 2, place: { source: { path: expect.any(String) } } }]);
  });

  test('one missing source among others', () => {
    expect(read(['root.txt', 'nothing', 'no*thing']).diagnostics).toHaveLength(1);
  });

  test('a pattern that matches nothing, where the builder does not get its folder', () => {
    const direct = (...sources: string[]) =>
      readContext({ root, inputs: contextInputs(sources), mode: 'direct', git: false }).diagnostics;
    expect(direct('src/nope*')).toMatchObject([{ code: 'build/source-missing' }]);
    expect(direct('src/nope*', 'src/lib/l.ts')).toEqual([]);
    expect(direct('nope*')).toEqual([]);
    // src/uplink is a link, because of which the builder may get what else fits src/up*.
    expect(direct('src/up*/nope*')).toEqual([]);
    expect(direct('src/li*/nope*')).toMatchObject([{ code: 'build/source-missing' }]);
  });

  test('the name in another case is named', () => {
    expect(read(['Root.txt']).diagnostics[0]?.hint).toBe('There is root.txt.');
  });

  test('a link out of the context', () => {
    addTree(root, { out: { link: '../elsewhere' } });
    expect(read(['out']).diagnostics).toMatchObject([{ code: 'build/source-outside' }]);
  });

  test('what git has and the checkout has not', () => {
    const inputs = contextInputs(['apps/api']);
    const index = {
      fileModes: true,
      modeOf: (path: string) => (path === 'apps/api' ? ('folder' as const) : undefined),
    };
    const { diagnostics } = readContext({ root, inputs, mode: 'staged', git: false, index });
    expect(diagnostics).toMatchObject([{ code: 'build/source-sparse' }]);
  });

  test('a name that is not UTF-8, where the build reads it', () => {
    writeFileSync(Buffer.concat([Buffer.from(`${root}/src/`), Buffer.from([0xff])]), '');
    expect(read(['src']).diagnostics).toMatchObject([{ code: 'build/name-not-utf-8', path: 'src/\uFFFD' }]);
    expect(read(['src/lib']).diagnostics).toEqual([]);
    writeFileSync(join(root, 'src/lib/\uFFFD'), '');
    expect(read(['src/lib']).diagnostics).toEqual([]);
  });

  test('a folder that may not be read', () => {
    chmodSync(join(root, 'real'), 0o000);
    const { diagnostics } = read(['real']);
    chmodSync(join(root, 'real'), 0o755);
    // The superuser may read everything.
    expect(diagnostics.map(({ code }) => code)).toEqual(process.getuid?.() === 0 ? [] : ['build/unreadable']);
  });
});

describe('.git', () => {
  beforeEach(() => addTree(root, { '.git/HEAD': 'ref', 'real/.git': 'gitdir: ../.git/modules/real' }));

  test('is left out with a note', () => {
    const { entries, notes } = read(['.']);
    expect(entries.filter(({ path }) => path.includes('.git'))).toEqual([]);
    expect(notes).toEqual([
      expect.stringMatching(/^\.git is left out/),
      expect.stringMatching(/^real\/\.git is left out/),
    ]);
  });

  test('is no note where it is hidden', () => {
    expect(read(['.'], '**/.git\n').notes).toEqual([]);
  });

  test('is named by a source', () => {
    expect(read(['.git/HEAD']).diagnostics).toMatchObject([{ code: 'build/source-git' }]);
  });

  test('is there where it is asked for, and where the builder reads the folder itself', () => {
    const inputs = contextInputs(['.git']);
    const paths = (mode: 'staged' | 'direct', git: boolean) =>
      readContext({ root, inputs, mode, git }).entries.map(({ path }) => path);
    expect(paths('staged', true)).toEqual(['.git', '.git/HEAD']);
    expect(paths('direct', false)).toEqual(['.git', '.git/HEAD']);
  });
});

describe('what is written down of images', () => {
  const WRITTEN = { 'dist/docker/api/metadata.json': '{}' };
  const paths = (source: string, mode: 'staged' | 'direct' = 'staged') =>
    readContext({ root, inputs: contextInputs([source]), mode, git: false })
      .entries.map(({ path }) => path)
      .filter((path) => path.startsWith('dist'));

  test('is in no copy of the whole, and neither is a folder that holds nothing else', () => {
    addTree(root, WRITTEN);
    expect(paths('.')).toEqual([]);
    expect(paths('.', 'direct')).toHaveLength(4);
    addTree(root, { 'dist/web/i.html': '', 'dist/docker.txt': '' });
    expect(paths('.')).toEqual(['dist', 'dist/docker.txt', 'dist/web', 'dist/web/i.html']);
    expect(paths('dist')).toEqual(['dist', 'dist/docker.txt', 'dist/web', 'dist/web/i.html']);
  });

  test('is there where a source names it', () => {
    addTree(root, WRITTEN);
    expect(paths('dist/docker')).toContain('dist/docker/api/metadata.json');
  });
});

describe('modes', () => {
  beforeEach(() => {
    addTree(root, { 'real/run': { text: '', mode: 0o4711 }, 'real/t.txt': { text: 't', mode: 0o464 } });
    chmodSync(join(root, 'real'), 0o700);
  });
  const modes = (mode: 'staged' | 'direct', index?: Parameters<typeof readContext>[0]['index']) =>
    Object.fromEntries(
      readContext({ root, inputs: contextInputs(['real']), mode, git: false, ...(index && { index }) }).entries.map(
        (entry) => [entry.path, entry.mode.toString(8)],
      ),
    );

  test('staged: what the owner may execute', () => {
    expect(modes('staged')).toMatchObject({ real: '755', 'real/run': '755', 'real/t.txt': '644' });
  });

  test('direct: all bits', () => {
    expect(modes('direct')).toMatchObject({ real: '700', 'real/run': '4711', 'real/t.txt': '464' });
  });

  test("git's, where the disk has none", () => {
    const index = {
      fileModes: false,
      modeOf: (path: string) => (path === 'real/t.txt' ? ('executable' as const) : undefined),
    };
    expect(modes('staged', index)).toMatchObject({ 'real/run': '755', 'real/t.txt': '755' });
  });
});

test('pointers of Git LFS are noted where the workspace uses it', () => {
  addTree(root, {
    'src/model.bin': `version https://git-lfs.github.com/spec/v1\noid sha256:${'0'.repeat(64)}\nsize 9\n`,
  });
  expect(read(['src']).notes).toEqual([]);
  addTree(root, { '.gitattributes': '*.bin filter=lfs diff=lfs merge=lfs -text\n' });
  expect(read(['src']).notes).toEqual([expect.stringMatching(/^src\/model\.bin is no content but a pointer/)]);
});

test('sockets, pipes and devices are left out with a note', () => {
  execFileSync('mkfifo', [join(root, 'src/pipe')]);
  const { entries, notes } = read(['src']);
  expect(entries.map(({ path }) => path)).toEqual(SRC);
  expect(notes).toEqual(['src/pipe is left out of the build: only files, links and folders are inputs.']);
});

test('entries are sorted by the bytes of their paths', () => {
  addTree(root, { 'o/a/b': '', 'o/a.b': '', 'o/\uFB01': '', 'o/\u{1F600}': '', 'o/Z': '' });
  const paths = read(['o']).entries.map(({ path }) => path);
  expect(paths).toEqual([...paths].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))));
});
