import { describe, expect, test } from '@jest/globals';
import { registeredSelection } from './registered-selection.ts';

const plugin = '@dockwarden/nx';
const PATHS = ['Dockerfile', 'apps/web/Dockerfile', 'libs/a/Dockerfile'];
const left = (plugins: readonly object[]) =>
  PATHS.filter((path) => registeredSelection({ plugins: plugins as never })?.(path));

describe('registeredSelection', () => {
  test.each([
    ['no nx.json', null],
    ['no plugins', {}],
    ['other plugins', { plugins: ['@nx/js', { plugin: '@nx/vite', options: { exclude: ['**'] } }] }],
    ['a plugin without options', { plugins: [plugin] }],
    ['nothing left out', { plugins: [{ plugin, options: { exclude: [] } }] }],
    ['what one leaves out and another takes', { plugins: [{ plugin, options: { exclude: ['a'] } }, plugin] }],
    ['an option that is wrong', { plugins: [{ plugin, options: { exclude: 'a' } }] }],
  ])('%s: everything', (_, nxJson) => {
    expect(registeredSelection(nxJson as never)).toBeUndefined();
  });

  test('what Nx itself keeps from the plugin', () => {
    expect(left([{ plugin, exclude: ['apps/**'] }])).toEqual(['Dockerfile', 'libs/a/Dockerfile']);
    expect(left([{ plugin, include: ['apps/**', 'libs/**'], options: { exclude: ['libs/**'] } }])).toEqual([
      'apps/web/Dockerfile',
    ]);
    expect(registeredSelection({ plugins: [{ plugin, include: [], exclude: [] }] })).toBeUndefined();
  });

  test('what include and exclude leave, of any registration', () => {
    expect(left([{ plugin, options: { exclude: ['apps/**'] } }])).toEqual(['Dockerfile', 'libs/a/Dockerfile']);
    expect(left([{ plugin, options: { include: ['apps/**'] } }])).toEqual(['apps/web/Dockerfile']);
    expect(
      left([
        { plugin, options: { include: ['apps/**'] } },
        { plugin, options: { include: ['libs/**'] } },
      ]),
    ).toEqual(['apps/web/Dockerfile', 'libs/a/Dockerfile']);
  });
});
