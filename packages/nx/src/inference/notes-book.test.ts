import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { temporaryWorkspace } from '../testing/temporary-workspace.ts';
import { openNotesBook } from './notes-book.ts';

function setUp() {
  const root = temporaryWorkspace({ Dockerfile: 'FROM node:22\nCOPY a /a\n' });
  const path = join(root, 'data', 'book.json');
  const take = (version = '1') => {
    const book = openNotesBook(path, version);
    const notes = book.notesOn('Dockerfile', join(root, 'Dockerfile'));
    book.close();
    return notes;
  };
  return { root, path, take };
}

test('notes are kept by content: the same bytes are not read again, others are', () => {
  const { root, path, take } = setUp();
  expect(take()).toEqual({ kind: 'dockerfile', sources: ['a'] });
  // What is in the book counts as long as the bytes are those it was written for.
  writeFileSync(path, readFileSync(path, 'utf8').replace('["a"]', '["kept"]'));
  expect(take()).toEqual({ kind: 'dockerfile', sources: ['kept'] });
  writeFileSync(join(root, 'Dockerfile'), 'FROM node:22\nCOPY b /b\n');
  expect(take()).toEqual({ kind: 'dockerfile', sources: ['b'] });
});

test('another version of the product takes notes of its own', () => {
  const { path, take } = setUp();
  take();
  writeFileSync(path, readFileSync(path, 'utf8').replace('["a"]', '["old"]'));
  expect(take('2')).toEqual({ kind: 'dockerfile', sources: ['a'] });
});

test('a book with nothing new is not written', () => {
  const { path, take } = setUp();
  take();
  const before = statSync(path).mtimeMs;
  take();
  expect(statSync(path).mtimeMs).toBe(before);
});

test('a broken book, or none that can be written, is only slower', () => {
  const { root, path, take } = setUp();
  take();
  writeFileSync(path, '{"version":"1","files":');
  expect(take()).toMatchObject({ sources: ['a'] });
  rmSync(join(root, 'data'), { recursive: true });
  writeFileSync(join(root, 'data'), 'a file where the folder should be');
  expect(take()).toMatchObject({ sources: ['a'] });
});

test('a file that cannot be read has no notes', () => {
  const { root, path } = setUp();
  const book = openNotesBook(path, '1');
  expect(book.notesOn('gone', join(root, 'gone'))).toBeUndefined();
  expect(book.notesOn('.', root)).toBeUndefined();
});
