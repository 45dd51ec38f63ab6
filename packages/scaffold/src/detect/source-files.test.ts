import { memoryFileSystem } from '@dockwarden-internal/facts/testing/memory-file-system';
import { SOURCE_BOUNDS, sourceFiles } from './source-files.ts';

const paths = (files: Readonly<Record<string, string>>, root = '.') =>
  sourceFiles(memoryFileSystem(files), root, { endings: ['.py'], without: ['migrations'] }).map(({ path }) => path);

test('the nearest come first, and folders without sources are left out', () => {
  const files = {
    'a/deep/x.py': '',
    'main.py': '',
    'main.js': '',
    'tests/test_x.py': '',
    '.venv/x.py': '',
    'venv/y.py': '',
    'app/migrations/1.py': '',
    'app/__init__.py': '',
  };
  expect(paths(files)).toEqual(['main.py', 'app/__init__.py', 'a/deep/x.py']);
  expect(paths(files, 'app')).toEqual(['app/__init__.py']);
});

test('reading is bounded in files, length and depth', () => {
  const many = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`f${index}.py`, '']));
  expect(paths(many)).toHaveLength(SOURCE_BOUNDS.files);
  expect(paths({ 'big.py': 'x'.repeat(SOURCE_BOUNDS.length + 1) })).toEqual([]);
  expect(paths({ [`${'d/'.repeat(40)}x.py`]: '' })).toEqual([]);
});
