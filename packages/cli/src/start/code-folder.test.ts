import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { codeFolder } from './code-folder.ts';

let caches: string;
let all: string;
const home = () => join(caches, 'home');
const folderIn = (XDG_CACHE_HOME: string, more = {}) =>
  codeFolder({ build: '1.2.3', use: 'all', home: home(), env: { XDG_CACHE_HOME, ...more } });

beforeEach(() => {
  caches = mkdtempSync(join(tmpdir(), 'dockwarden-code-'));
  all = join(caches, 'dockwarden', 'code');
});
afterEach(() => rmSync(caches, { recursive: true }));

test('code is kept in the user’s cache, by the versions of the product and of node, for the user’s eyes', () => {
  const folder = folderIn(caches)!;
  expect(folder).toBe(join(all, `1.2.3-node-${process.version}-${process.arch}-all`));
  expect(statSync(folder).mode & 0o077).toBe(0);
  expect(folderIn(caches)).toBe(folder);
});

test('DOCKWARDEN_NO_CODE_CACHE switches it off, and leaves no folder', () => {
  expect(folderIn(caches, { DOCKWARDEN_NO_CODE_CACHE: '1' })).toBeUndefined();
  expect(() => statSync(all)).toThrow();
});

test('a folder that others may write to is refused', () => {
  chmodSync(folderIn(caches)!, 0o777);
  expect(folderIn(caches)).toBeUndefined();
});

test('so is one that is in a folder that others may write to', () => {
  folderIn(caches);
  chmodSync(all, 0o770);
  expect(folderIn(caches)).toBeUndefined();
});

test('or whose own folder is in one', () => {
  folderIn(caches);
  chmodSync(join(caches, 'dockwarden'), 0o777);
  expect(folderIn(caches)).toBeUndefined();
});

test('so is a link to another folder', () => {
  mkdirSync(join(caches, 'dockwarden'));
  mkdirSync(join(caches, 'elsewhere'), { mode: 0o700 });
  symlinkSync(join(caches, 'elsewhere'), all);
  expect(folderIn(caches)).toBeUndefined();
});

test('so is one of another user', () => {
  folderIn(caches);
  const uid = jest.spyOn(process, 'getuid' as never).mockReturnValue((process.getuid!() + 1) as never);
  expect(folderIn(caches)).toBeUndefined();
  uid.mockRestore();
  expect(folderIn(caches)).toBeDefined();
});

test('where none can be made there is none', () => {
  writeFileSync(join(caches, 'dockwarden'), '');
  expect(folderIn(caches)).toBeUndefined();
});

test('a relative path would lead into the working directory, and is passed over', () => {
  expect(folderIn('cache')).toBe(
    join(all, `1.2.3-node-${process.version}-${process.arch}-all`).replace(caches, join(home(), '.cache')),
  );
});

test('of many builds the newest are kept', () => {
  for (let build = 0; build < 11; build++)
    codeFolder({ build: `${build}`, use: 'all', home: caches, env: { XDG_CACHE_HOME: caches } });
  const kept = readdirSync(all);
  expect(kept).toHaveLength(8);
  expect(kept.some((name) => name.startsWith('9-'))).toBe(true);
});
