import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { folderState, replaceFolder } from './extracted-folder.ts';

let parent: string;
let place: string;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'dockwarden-extracted-'));
  place = join(parent, 'site');
});
afterEach(() => rmSync(parent, { recursive: true }));

function put(text: string, key = 'k1'): void {
  const beside = join(parent, '.new');
  mkdirSync(join(beside, 'a'), { recursive: true });
  writeFileSync(join(beside, 'a/index.html'), text);
  replaceFolder(place, beside, { image: 'web', key });
}

test('nothing there, or an empty folder, is free', () => {
  expect(folderState(place, 'web', 'k1')).toBe('free');
  mkdirSync(place);
  expect(folderState(place, 'web', 'k1')).toBe('free');
});

test('what a key made is whole until it is touched, and ours all the same', () => {
  put('one');
  expect(folderState(place, 'web', 'k1')).toBe('whole');
  expect(folderState(place, 'web', 'k2')).toBe('ours');
  writeFileSync(join(place, 'a/index.html'), 'two');
  expect(folderState(place, 'web', 'k1')).toBe('ours');
  put('three', 'k2');
  expect(folderState(place, 'web', 'k2')).toBe('whole');
  expect(readFileSync(join(place, 'a/index.html'), 'utf8')).toBe('three');
  expect(readdirSync(parent).sort()).toEqual(['.site.dockwarden.json', 'site']);
});

test('another image, a file, a link and files of somebody else are foreign', () => {
  put('one');
  expect(folderState(place, 'api', 'k1')).toBe('foreign');
  rmSync(join(parent, '.site.dockwarden.json'));
  expect(folderState(place, 'web', 'k1')).toBe('foreign');
  writeFileSync(join(parent, 'file'), '');
  expect(folderState(join(parent, 'file'), 'web', 'k1')).toBe('foreign');
  symlinkSync(tmpdir(), join(parent, 'link'));
  expect(folderState(join(parent, 'link'), 'web', 'k1')).toBe('foreign');
});

test('a stamp that cannot be read is none', () => {
  put('one');
  for (const text of ['', '{', '[]', '{"image":"web"}', '{"image":"web","key":1,"listing":2}']) {
    writeFileSync(join(parent, '.site.dockwarden.json'), text);
    expect(folderState(place, 'web', 'k1')).toBe('foreign');
  }
});
