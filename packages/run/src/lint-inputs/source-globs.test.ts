import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { removeTemporaryFolders, temporaryFolder } from '@dockwarden-internal/workspace/testing/temporary-folder';
import { afterAll, describe, expect, test } from '@jest/globals';
import { openPlaces } from './places.ts';
import { sourceGlobs } from './source-globs.ts';

afterAll(removeTemporaryFolders);

const root = temporaryFolder({
  'package.json': '{}',
  'apps/api/src/main.ts': '',
  'apps/api/package.json': '{}',
  'libs/[id]/index.ts': '',
});
symlinkSync('libs', join(root, 'linked'));
const globs = (source: string) => sourceGlobs(openPlaces(root), [source], ['.', 'apps/api']);

describe('sourceGlobs', () => {
  test.each<[string, string, string[]]>([
    ['a folder that exists in one context', 'src', ['apps/api/src/**/*']],
    ['a file that exists in both', 'package.json', ['package.json', 'apps/api/package.json']],
    ['what exists nowhere', 'dist', ['dist', 'dist/**/*', 'apps/api/dist', 'apps/api/dist/**/*']],
    ['a glob', 'src/*.ts', ['apps/api/src/*.ts', 'apps/api/src/*.ts/**/*']],
    [
      'a glob at the top',
      'package*.json',
      ['package*.json', 'package*.json/**/*', 'apps/api/package*.json', 'apps/api/package*.json/**/*'],
    ],
    ['all below a folder', 'src/**', ['apps/api/src/**/*']],
    ['signs in a name', 'libs/[id]', ['libs/?', 'libs/?/**/*']],
    ['a link', 'linked', ['linked/**/*', 'libs/**/*']],
    ['the whole context', '.', []],
  ])('%s', (_, source, expected) => {
    expect(globs(source)).toEqual(expected);
  });
});
