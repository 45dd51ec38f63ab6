import { inputsIn, workspaceOf } from '../testing/workspace-of.ts';
import { hiddenGlobs } from './hidden-globs.ts';

const hidden = (ignore: string, more: Record<string, string> = {}, config = {}) => {
  const files = { Dockerfile: 'FROM alpine\nCOPY . /', '.dockerignore': ignore, ...more };
  return hiddenGlobs({ fs: workspaceOf(files).fs }, [inputsIn(workspaceOf(files), { config })]);
};

test('patterns as they are, cleaned', () => {
  expect(hidden('# tests\n/test/\n**/*.md\n./a//b\n')).toEqual(['**/*.md', 'a/b', 'test']);
});

test('a line with ! may take back any before it', () => {
  expect(hidden('docs\n*\n!src\n**/*.md\n')).toEqual(['**/*.md']);
});

test('what globs read otherwise is left out, and what hides everything', () => {
  expect(hidden('[ab]\n{a,b}\na\\*b\nx**y\n*\n**\nz/**\n')).toEqual([]);
});

test('no file, no globs', () => {
  expect(hiddenGlobs({ fs: workspaceOf({ Dockerfile: 'FROM a\nCOPY . /' }).fs }, [])).toEqual([]);
});

test('what another context shows is not hidden', () => {
  const more = { Dockerfile: 'FROM alpine\nCOPY . /\nCOPY --from=libs . /', 'libs/x': '' };
  const config = { images: { a: { dockerfile: 'Dockerfile', context: '.', contexts: { libs: 'libs' } } } };
  expect(hidden('**/*.md\n', more, config)).toEqual([]);
  expect(hidden('**/*.md\n', { ...more, 'libs/.dockerignore': '**/*.md' }, config)).toEqual([]);
});
