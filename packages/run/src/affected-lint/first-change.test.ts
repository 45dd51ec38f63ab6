import { growth, MOST_GROWTH } from '@dockwarden-internal/syntax/test-support/growth';
import { expect, test } from '@jest/globals';
import { openFirstChange } from './first-change.ts';

const firstChange = openFirstChange(
  ['apps/api/package.json', 'apps/api-docs/readme.md', 'libs/[id]/a.ts', 'deep/er/.env', '#notes/a.ts', 'b\\c.ts'],
  ['vendor/lib'],
);

test.each<[string, string, { path: string; glob: string } | undefined]>([
  ['a path', 'apps/api/package.json', { path: 'apps/api/package.json', glob: 'apps/api/package.json' }],
  ['no path', 'apps/api/Dockerfile', undefined],
  [
    'a folder whose name another begins with',
    'apps/api/**/*',
    { path: 'apps/api/package.json', glob: 'apps/api/**/*' },
  ],
  ['another folder', 'apps/web/**/*', undefined],
  [
    'one of many names',
    'apps/api/{go.mod,package.json}',
    { path: 'apps/api/package.json', glob: 'apps/api/package.json' },
  ],
  ['a hidden file anywhere', '**/{.env,*.key}', { path: 'deep/er/.env', glob: '**/.env' }],
  ['signs of globs in a path', 'libs/?id?/**/*', { path: 'libs/[id]/a.ts', glob: 'libs/?id?/**/*' }],
  [
    'a glob of a person, of a folder that begins like a comment',
    '#notes/*.ts',
    { path: '#notes/a.ts', glob: '#notes/*.ts' },
  ],
  ['a backslash in a path', 'b?c.ts', { path: 'b\\c.ts', glob: 'b?c.ts' }],
  ['below a submodule', 'vendor/lib/src/*.ts', { path: 'vendor/lib', glob: 'vendor/lib/src/*.ts' }],
  ['beside a submodule', 'vendor/other/**/*', undefined],
])('%s', (_, glob, reason) => {
  expect(firstChange([glob])).toEqual(reason);
});

test('thousands of globs against thousands of paths are looked at folder by folder', async () => {
  const cost = await growth(3000, (length) => {
    const asked = openFirstChange(Array.from({ length }, (_, index) => `apps/a${index}/src/file.ts`));
    expect(asked(Array.from({ length }, (_, index) => `libs/l${index}/**/*`))).toBeUndefined();
  });
  expect(cost).toBeLessThan(MOST_GROWTH);
});
