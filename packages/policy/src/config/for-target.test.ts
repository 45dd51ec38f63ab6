import type { ConfigDocument, Override } from '../load/config-document.ts';
import { settingsFor, type Target } from './for-target.ts';
import { overlay } from './settings.ts';

const packs = overlay(new Map(), { 'a/b': 'warning', 'a/c': 'warning', 'a/c/x': 'error' });
const target: Target = { path: 'apps/api/Dockerfile', project: { name: 'api', tags: ['type:prod', 'lang:go'] } };

const severity = (config: ConfigDocument, id = 'a/b', at: Target = target) =>
  settingsFor(packs, config)(at).get(id)?.severity;
const off = (fits: Omit<Override, 'policies'>): ConfigDocument => ({
  overrides: [{ ...fits, policies: { 'a/b': 'off' } }],
});

test('packs, then policies, then overrides in order', () => {
  const policies = { 'a/b': 'error' } as const;
  expect(severity({})).toBe('warning');
  expect(severity({ policies })).toBe('error');
  const overrides = [{ policies: { 'a/b': 'off' as const } }, { policies: { 'a/b': 'info' as const } }];
  expect(severity({ policies, overrides })).toBe('info');
});

test.each<[Omit<Override, 'policies'>, boolean]>([
  [{}, true],
  [{ files: ['apps/**'] }, true],
  [{ files: ['apps'] }, true],
  [{ files: ['./apps/api/'] }, true],
  [{ files: ['**/Dockerfile'] }, true],
  [{ files: ['libs/**', 'apps/*/Dockerfile'] }, true],
  [{ files: ['apps/*'] }, true],
  [{ files: ['Dockerfile'] }, false],
  [{ files: [] }, false],
  [{ projects: {} }, true],
  [{ projects: { names: ['a*'] } }, true],
  [{ projects: { names: ['web'] } }, false],
  [{ projects: { tags: { has: 'type:prod' } } }, true],
  [{ projects: { tags: { has: 'type:*' } } }, true],
  [{ projects: { tags: { has: ['type:tool', 'lang:go'] } } }, true],
  [{ projects: { tags: { has: 'type:tool' } } }, false],
  [{ projects: { tags: { some: ['lang:go'] } } }, true],
  [{ projects: { tags: { hasAll: ['type:prod', 'lang:go'] } } }, true],
  [{ projects: { tags: { hasAll: ['type:prod', 'lang:js'] } } }, false],
  [{ projects: { tags: { none: ['type:tool'] } } }, true],
  [{ projects: { tags: { none: 'lang:*' } } }, false],
  [{ projects: { tags: { has: 'type:prod', none: 'lang:go' } } }, false],
  [{ projects: { tags: { has: 'type:prod' } }, files: ['libs/**'] }, false],
])('%j fits: %p', (fits, expected) => expect(severity(off(fits))).toBe(expected ? 'off' : 'warning'));

test('a file of no project fits no override of projects', () =>
  expect(severity(off({ projects: { tags: { none: 'x' } } }), 'a/b', { path: 'Dockerfile' })).toBe('warning'));

describe('locked', () => {
  const all = { 'a/b': 'off', 'a/c': 'off', 'a/c/x': 'off' } as const;

  test('overrides do not touch it, nor its parameters; policies of the same file do', () => {
    const overrides = [{ policies: { 'a/b': { severity: 'off' as const, params: { x: [] } } } }];
    expect(settingsFor(packs, { locked: ['a/b'], overrides })(target).get('a/b')).toEqual({ severity: 'warning' });
    expect(severity({ locked: ['a/b'], policies: all })).toBe('off');
  });

  test('one check keeps its settings while the policy’s others go', () => {
    const settings = settingsFor(packs, { locked: ['a/c/x'], overrides: [{ policies: all }] })(target);
    expect(settings.get('a/b')!.severity).toBe('off');
    expect(settings.get('a/c')).toEqual({
      severity: 'off',
      checks: { x: 'off' },
      held: { x: { severity: 'warning', checks: { x: 'error' } } },
    });
  });

  test('what no pack has is not switched on', () =>
    expect(severity({ locked: ['z/z'], overrides: [{ policies: all }] }, 'z/z')).toBeUndefined());
});

test('files without an override of their own share one set of settings', () => {
  const settingsOf = settingsFor(packs, off({ files: ['libs'] }));
  expect(settingsOf(target)).toBe(settingsOf({ path: 'Dockerfile' }));
});
