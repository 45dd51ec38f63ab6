import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { ignoredByGit } from './ignored-by-git.ts';
import { testFolder } from './testing/run-git.ts';
import { type Scratch, scratch } from './testing/scratch.ts';

let made: Scratch;
beforeEach(() => {
  made = scratch();
});
afterEach(() => made.remove());

test('odd names, and paths behind links and in submodules between others', async () => {
  const inner = scratch(testFolder());
  inner.commit({ a: '1' });
  made.commit({ '.gitignore': '*.log\ndist\n!kept.log\n', 'src/a': '1', 'src/forced.log': '1' });
  made.git('submodule', '--quiet', 'add', inner.path, 'inner');
  made.commit({});
  inner.remove();
  symlinkSync('src', join(made.path, 'link'));
  const ignored = ['a.log', 'dist/x', '-x.log', ':(glob)*.log', 'line\n.log', 'z.log', '*.log', 'dist'];
  const not = ['src/a', 'kept.log', 'link/x.log', 'inner/x.log', 'absent'];
  const asked = ['link/x.log', ...ignored.slice(0, 4), 'inner/x.log', ...ignored.slice(4), ...not];
  expect(await ignoredByGit(await made.read(), new Set(asked))).toEqual(new Set(ignored));
  expect(await ignoredByGit(await made.read(), new Set())).toEqual(new Set());
});
