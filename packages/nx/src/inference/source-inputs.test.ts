import { describe, expect, test } from '@jest/globals';
import { temporaryWorkspace } from '../testing/temporary-workspace.ts';
import { sourceInputs } from './source-inputs.ts';

const root = temporaryWorkspace({
  'package.json': '{}',
  'apps/api/src/main.ts': '',
  'apps/api/package.json': '{}',
  'libs/[id]/index.ts': '',
});
const inputs = (source: string) =>
  sourceInputs(root, [source], ['.', 'apps/api']).map((input) => input.replace('{workspaceRoot}/', ''));

describe('sourceInputs', () => {
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
    ['the whole context', '.', []],
  ])('%s', (_, source, expected) => {
    expect(inputs(source)).toEqual(expected);
  });
});
