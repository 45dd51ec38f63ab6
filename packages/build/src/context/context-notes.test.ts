import type { ContextEntry } from '../model/context-entry.ts';
import { contextNotes, MOST_BYTES, MOST_FILES } from './context-notes.ts';

const none = { special: new Set<string>(), gitFolders: new Set<string>(), mode: 'staged' as const };
const notes = (entries: readonly ContextEntry[]) => contextNotes('/none', none, { directory: '.' }, entries);
const file = (path: string, size: number): ContextEntry => ({
  path,
  type: 'file',
  mode: 0o644,
  size,
  absolute: `/${path}`,
});
const files = (folder: string, count: number) => Array.from({ length: count }, (_, i) => file(`${folder}/${i}`, 10));

test('many files are noted with the folders that hold most', () => {
  expect(notes(files('a/b/c', MOST_FILES))).toEqual([]);
  const found = notes([
    ...files('a/b/c', MOST_FILES),
    ...files('x', 7),
    file('top', 1),
    ...files('a/b', 2),
    ...files('y', 3),
  ]);
  expect(found).toEqual([
    'The build reads 20013 files, 0.2 MB; the largest folders: a/b (20002 files, 0.2 MB), x (7 files, 0.0 MB), y (3 files, 0.0 MB).',
  ]);
});

test('many bytes are noted with the folders that hold most', () => {
  expect(notes([file('a/one', MOST_BYTES)])).toEqual([]);
  expect(notes([...files('b', 9), file('a/one', MOST_BYTES)])).toEqual([
    'The build reads 10 files, 100.0 MB; the largest folders: a (1 file, 100.0 MB), b (9 files, 0.0 MB).',
  ]);
});

test('special files are named, a few of them', () => {
  const special = new Set(['s1', 's2', 's3', 's4', 's5']);
  expect(contextNotes('/none', { ...none, special }, { directory: 'apps/api' }, [])).toEqual([
    'apps/api/s1, apps/api/s2, apps/api/s3 and 2 more are left out of the build: only files, links and folders are inputs.',
  ]);
});
