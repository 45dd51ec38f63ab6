import { memoryFileSystem } from '@dockwarden-internal/facts/testing/memory-file-system';
import { readRequirements, requirementFiles, requirementName } from './requirements.ts';

test.each([
  ['Flask_Login>=1', 'flask-login'],
  ['fastapi [standard, x]==1 # why', 'fastapi[standard,x]'],
  ['django', 'django'],
  ['pkg @ https://example.org/x.whl', 'pkg'],
  ['zope.interface ; python_version < "3"', 'zope-interface'],
  ['-e .', undefined],
  ['# flask', undefined],
  ['./local', undefined],
  ['', undefined],
])('%j asks for %s', (line, name) => {
  expect(requirementName(line)).toBe(name);
});

test('files that include each other are read once', () => {
  const fs = memoryFileSystem({
    'a/requirements.txt': 'flask\r\n-r requirements/base.txt\r\n-c constraints.txt\r\n-r ../../out.txt\r\n',
    'a/requirements/base.txt': 'gunicorn\n-r ../requirements.txt\n',
    'a/constraints.txt': 'x==1',
  });
  expect(readRequirements(fs, 'a/requirements.txt')).toEqual({
    files: ['a/requirements.txt', 'a/requirements/base.txt', 'a/constraints.txt'],
    names: ['flask', 'gunicorn', 'x'],
  });
});

test.each([
  [['requirements.txt', 'requirements-dev.txt'], 'requirements.txt', 'requirements-dev.txt'],
  [
    ['requirements/prod.txt', 'requirements/test.txt', 'requirements/base.txt'],
    'requirements/prod.txt',
    'requirements/test.txt',
  ],
  [['requirements.txt', 'dev-requirements.txt', 'dev.txt'], 'requirements.txt', 'dev-requirements.txt'],
  [['notes.txt'], undefined, undefined],
])('of %j production takes %s and development %s', (files, production, development) => {
  const fs = memoryFileSystem(Object.fromEntries(files.map((file) => [file, ''])));
  expect(requirementFiles(fs, '.')).toEqual({ production, development });
});
