import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runCommand } from '../testing/run-command.ts';

let root: string;
const folders: string[] = [];

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

function git(...args: string[]): void {
  execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], { cwd: root, stdio: 'pipe' });
}

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'dockwarden-affected-')));
  folders.push(root);
  write('.gitignore', 'cache\n');
  write('dockwarden.yaml', 'dockwarden: config/v1\nextends: [dockwarden:recommended]\n');
  write('one/Dockerfile', 'FROM debian:12\nRUN cd /tmp && ls\n');
  write('two/Dockerfile', 'FROM debian:latest\nRUN sudo ls\n');
  git('init', '-q', '-b', 'main');
  git('add', '.');
  git('commit', '-qm', 'first');
});

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function run(...argv: string[]) {
  return runCommand(root, argv, { env: { XDG_CACHE_HOME: join(root, 'cache') } });
}

const filesOf = (json: string) => [
  ...new Set((JSON.parse(json).findings as { file: string }[]).map(({ file }) => file)),
];

test('nothing changed: nothing is linted, and that is success', async () => {
  const { exit, out, error } = await run('lint', '--affected', '--base', 'main', '--explain');
  expect({ exit, error }).toEqual({ exit: 0, error: 'no change affects what is linted\n' });
  expect(out).toMatch(/^0 files/);
});

test('only findings of what a change can have altered, with the reason on standard error', async () => {
  write('one/Dockerfile', 'FROM debian:12\nRUN sudo ls\n');
  const { out, error } = await run('lint', '--affected', '--base', 'main', '--explain', '--format', 'json');
  expect(filesOf(out)).toEqual(['one/Dockerfile']);
  expect(JSON.parse(out).summary.files).toBe(1);
  expect(error.split('\n')[0]).toBe('one/Dockerfile: one/Dockerfile changed');
  const all = await run('lint', '--format', 'json');
  expect(filesOf(all.out)).toEqual(['one/Dockerfile', 'two/Dockerfile']);
});

test('policies of the workspace speak of files that did not change', async () => {
  for (const [name, version] of [
    ['one', 11],
    ['two', 11],
    ['three', 12],
  ])
    write(`${name}/Dockerfile`, `FROM debian:${version}\nRUN cd /tmp && ls\n`);
  write('dockwarden.yaml', 'dockwarden: config/v1\nextends: [dockwarden:strict]\n');
  git('add', '.');
  git('commit', '-qm', 'second');
  write('one/Dockerfile', 'FROM debian:12\nRUN cd /tmp && ls\n');
  const { out } = await run('lint', '--affected', '--base', 'HEAD', '--format', 'json');
  const found = JSON.parse(out).findings as { policy: string; file: string }[];
  const policiesOf = (path: string) => found.filter(({ file }) => file === path).map(({ policy }) => policy);
  expect(policiesOf('one/Dockerfile')).toContain('image/slim-base');
  expect(policiesOf('two/Dockerfile')).toEqual(['workspace/one-base']);
  expect(policiesOf('three/Dockerfile')).toEqual([]);
});

test('--fix mends what is affected and nothing else', async () => {
  write('one/Dockerfile', 'from debian:12\nRUN ls\n');
  write('two/Dockerfile', 'from debian:12\nRUN ls\n');
  git('add', 'two');
  git('commit', '-qm', 'second');
  await run('lint', '--affected', '--base', 'HEAD', '--fix', '--pack', 'strict');
  expect(execFileSync('git', ['diff', '--name-only', 'HEAD'], { cwd: root, encoding: 'utf8' })).toBe(
    'one/Dockerfile\n',
  );
});

test.each([
  [['lint', '--affected'], 2, 'nothing to compare with'],
  [['lint', '--affected', '--base', '-x'], 2, 'is no commit here'],
])('%j exits %d', async (argv, code, words) => {
  const { exit, error } = await run(...argv);
  expect(exit).toBe(code);
  expect(error).toContain(words);
});

test('folders that are called like a comment or an escape of a glob', async () => {
  const odd = ['#x/Dockerfile', 'back\\slash/Dockerfile'];
  for (const path of odd) write(path, 'FROM debian:12\n');
  git('add', '.');
  git('commit', '-qm', 'odd');
  for (const path of odd) write(path, 'FROM debian:12\nRUN sudo ls\n');
  const { out } = await run('lint', '--affected', '--base', 'main', '--format', 'json');
  expect(filesOf(out)).toEqual(odd);
});
