import { type TaskGlobs, turboGlobs } from './turbo-globs.ts';

const task = (globs: readonly string[], more: Partial<TaskGlobs> = {}) =>
  turboGlobs({ globs, ignored: [], kind: () => undefined, roots: ['.', 'apps/api'], ...more });

test('what is there is a file or a folder, and what is not may become either', () => {
  const kinds: Record<string, 'file' | 'directory'> = { 'a.txt': 'file', src: 'directory' };
  const globs = ['a.txt', 'a.txt/**/*', 'src', 'src/**/*', 'new', 'new/**/*'];
  expect(task(globs, { kind: (path) => kinds[path] })).toEqual({
    positive: ['a.txt', 'new', 'new/**', 'src/**'],
    negative: [],
  });
});

test('what another glob holds is left out', () => {
  const globs = [
    'src/**/*',
    'src/a/**/*',
    'src/b.ts',
    '**/{Dockerfile,*.yaml}',
    'x/{Dockerfile,*.yaml}',
    'a/b.yaml',
    'y.yml',
  ];
  expect(task(globs).positive).toEqual(['**/{Dockerfile,*.yaml}', 'src/**', 'y.yml']);
  expect(task(['**/*', 'Dockerfile', 'a/**/*']).positive).toEqual(['**/*']);
});

test('of whole packages what is installed or built, hidden or ignored is taken away', () => {
  expect(
    task(['apps/api/**/*'], { hidden: ['**/*.md', 'apps/api/test', 'libs/x'], ignored: ['**/dist', 'out'] }),
  ).toEqual({
    positive: ['apps/api/**'],
    negative: [
      ...['**/{*.md,.turbo,node_modules}', '**/{*.md,.turbo,node_modules}/**', 'apps/api/test', 'apps/api/test/**'],
      '**/dist/**',
    ],
  });
  expect(task(['apps/api/src/**/*'], { hidden: ['**/*.md'] }).negative).toEqual([]);
  expect(task(['**/*']).negative).toContain('.git/**');
  expect(task(['apps/api/**/*'], { hidden: ['apps/api/**/*.md', 'apps/api/**/a'] }).negative).toContain(
    'apps/api/**/{*.md,a}',
  );
});

test('nothing is taken away that is asked for by name, held by another glob or not', () => {
  const hidden = ['**/Dockerfile*', '**/.dockerignore', '**/*.md'];
  expect(task(['**/*', 'Dockerfile', 'apps/api/.dockerignore'], { hidden }).negative).toEqual([
    '**/{*.md,.turbo,node_modules}',
    '**/{*.md,.turbo,node_modules}/**',
    '.git/**',
  ]);
});
