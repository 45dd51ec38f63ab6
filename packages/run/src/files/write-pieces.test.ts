import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writePieces } from './write-pieces.ts';

const folder = mkdtempSync(join(tmpdir(), 'dockwarden-pieces-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('pieces are one file, in place of what was there, with nothing beside it', () => {
  const path = join(folder, 'report');
  writePieces(path, ['before, and longer']);
  writePieces(path, ['a', Buffer.from('•'), '', 'b']);
  expect(readFileSync(path, 'utf8')).toBe('a•b');
  expect(readdirSync(folder)).toEqual(['report']);
});

test('where it cannot be written, that is thrown', () => {
  mkdirSync(join(folder, 'taken'));
  expect(() => writePieces(join(folder, 'nowhere', 'report'), ['a'])).toThrow('ENOENT');
  expect(() => writePieces(join(folder, 'taken'), ['a'])).toThrow('EISDIR');
  expect(readdirSync(folder).sort()).toEqual(['report', 'taken']);
});
