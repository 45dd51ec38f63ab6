import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gitFiles } from './git-files.ts';
import { removeTemporaryFolders, temporaryFolder } from './testing/temporary-folder.ts';

afterAll(removeTemporaryFolders);

function git(root: string, ...args: string[]): void {
  const settings = ['user.name=t', 'user.email=t@t', 'protocol.file.allow=always'].flatMap((each) => ['-c', each]);
  execFileSync('git', ['-C', root, ...settings, ...args], { stdio: 'pipe' });
}

function repository(files: Record<string, string>): string {
  return committed(temporaryFolder(files));
}

function committed(root: string): string {
  git(root, 'init', '-q');
  git(root, 'add', '-A');
  git(root, 'commit', '-qm', 'first', '--allow-empty');
  return root;
}

const listed = (root: string, named?: string[]) => gitFiles(root, named)?.files.sort();

describe('submodules', () => {
  const inner = repository({ 'in/Dockerfile': '' });
  const outer = repository({ 'sub/Dockerfile': '' });
  git(outer, 'submodule', 'add', '-q', inner, 'deep er/inner');
  git(outer, 'commit', '-qm', 'second');
  const root = repository({ 'apps/api/Dockerfile': '' });
  git(root, 'submodule', 'add', '-q', outer, 'apps/sub');
  git(root, 'submodule', 'update', '-q', '--init', '--recursive');
  git(root, 'commit', '-qm', 'second');
  writeFileSync(join(root, 'apps/sub/new.Dockerfile'), '');

  test('files of submodules, and of submodules in them, tracked or not yet', () => {
    expect(listed(root)).toEqual([
      '.gitmodules',
      'apps/api/Dockerfile',
      'apps/sub/.gitmodules',
      'apps/sub/deep er/inner/in/Dockerfile',
      'apps/sub/new.Dockerfile',
      'apps/sub/sub/Dockerfile',
    ]);
  });

  test('seen from a folder of the repository', () => {
    expect(listed(join(root, 'apps'))).toContain('sub/sub/Dockerfile');
    expect(listed(join(root, 'apps/api'))).toEqual(['Dockerfile']);
  });

  test('one that is not checked out has none, nor has a link in its place', () => {
    const clone = join(temporaryFolder({}), 'clone');
    execFileSync('git', ['clone', '-q', root, clone]);
    expect(listed(clone)).toEqual(['.gitmodules', 'apps/api/Dockerfile']);
    rmSync(join(clone, 'apps/sub'), { recursive: true });
    symlinkSync(outer, join(clone, 'apps/sub'));
    expect(listed(clone)).toEqual(['.gitmodules', 'apps/api/Dockerfile']);
  });
});

describe('other repositories within', () => {
  const root = repository({ Dockerfile: '', '.gitignore': 'cache\n' });
  for (const folder of ['tools/one', 'tools/two', 'cache/three']) {
    mkdirSync(join(root, folder, 'x'), { recursive: true });
    writeFileSync(join(root, folder, 'x/Dockerfile'), '');
    committed(join(root, folder));
  }
  const own = ['.gitignore', 'Dockerfile'];

  test.each<[string, string[] | undefined, string[]]>([
    ['nothing', undefined, []],
    ['the root', ['.'], []],
    ['one of them', ['tools/one'], ['tools/one/x/Dockerfile']],
    ['a folder of one', ['tools/two/x'], ['tools/two/x/Dockerfile']],
    ['a folder that holds some', ['tools'], ['tools/one/x/Dockerfile', 'tools/two/x/Dockerfile']],
    ['one that git ignores', ['cache/three'], ['cache/three/x/Dockerfile']],
    ['a file in one', ['tools/one/x/Dockerfile'], []],
    ['what is not there', ['tools/gone'], []],
  ])('named: %s', (_, named, more) => {
    expect(listed(root, named)).toEqual([...own, ...more].sort());
  });
});

test('a folder in no repository', () => {
  expect(gitFiles(temporaryFolder({ Dockerfile: '' }))).toBeUndefined();
});

describe('in a hook', () => {
  const root = repository({ Dockerfile: '', '.gitignore': 'ignored\n' });
  const other = repository({ 'other/Dockerfile': '' });
  writeFileSync(join(other, '.git/info/exclude'), 'new.*\n');
  const worktree = join(temporaryFolder({}), 'worktree');
  git(root, 'worktree', 'add', '-q', worktree);
  for (const folder of [root, worktree])
    for (const path of ['ignored', 'new.Dockerfile']) writeFileSync(join(folder, path), '');
  const kept = { ...process.env };
  afterEach(() => {
    process.env = { ...kept };
  });

  test.each([
    ['GIT_DIR', '.git'],
    ['GIT_COMMON_DIR', '.git'],
    ['GIT_WORK_TREE', '.'],
    ['GIT_INDEX_FILE', '.git/index'],
    ['GIT_OBJECT_DIRECTORY', 'gone'],
  ])('%s of another repository', (name, path) => {
    process.env[name] = join(other, path);
    for (const folder of [root, worktree])
      expect(listed(folder)).toEqual(['.gitignore', 'Dockerfile', 'new.Dockerfile']);
  });

  test('before a commit in a work tree of its own', () => {
    const of = join(root, '.git/worktrees/worktree');
    Object.assign(process.env, { GIT_DIR: of, GIT_INDEX_FILE: join(of, 'index.lock'), GIT_PREFIX: '' });
    expect(listed(worktree)).toEqual(['.gitignore', 'Dockerfile', 'new.Dockerfile']);
    expect(listed(other)).toEqual(['other/Dockerfile']);
  });
});
