import { execFileSync, spawn } from 'node:child_process';
import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { writeReportFile } from './write-report-file.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dockwarden-report-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const at = (name: string) => join(folder, name);

test('a report goes to its file, in folders that are made', () => {
  writeReportFile(at('a/b/report'), ['before, and longer']);
  writeReportFile(at('a/b/report'), ['one', 'two']);
  expect(readFileSync(at('a/b/report'), 'utf8')).toBe('onetwo');
  expect(readdirSync(at('a/b'))).toEqual(['report']);
});

test('a link stays, and what it leads to is written', () => {
  writeFileSync(at('there'), 'before, and longer');
  symlinkSync('there', at('link'));
  symlinkSync('new', at('dangling'));
  writeReportFile(at('link'), ['text']);
  writeReportFile(at('dangling'), ['text']);
  expect(['link', 'dangling'].map((name) => lstatSync(at(name)).isSymbolicLink())).toEqual([true, true]);
  expect(['there', 'new'].map((name) => readFileSync(at(name), 'utf8'))).toEqual(['text', 'text']);
});

test('a pipe stays, and has the report', async () => {
  execFileSync('mkfifo', [at('pipe')]);
  const reader = spawn('cat', [at('pipe')], { stdio: ['ignore', 'pipe', 'ignore'] });
  writeReportFile(at('pipe'), ['through ', 'it']);
  expect(await text(reader.stdout)).toBe('through it');
  expect(lstatSync(at('pipe')).isFIFO()).toBe(true);
});

test('where it cannot be written, that is thrown, and nothing is left', () => {
  mkdirSync(at('taken'));
  writeFileSync(at('file'), '');
  expect(() => writeReportFile(at('taken'), ['a'])).toThrow('EISDIR');
  expect(() => writeReportFile(at('file/report'), ['a'])).toThrow('EEXIST');
  expect(readdirSync(folder).sort()).toEqual(['file', 'taken']);
});
