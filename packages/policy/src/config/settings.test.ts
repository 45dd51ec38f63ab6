import type { PolicySetting } from '../load/pack-document.ts';
import { overlay, type Settings, splitId } from './settings.ts';

const none: Settings = new Map();

/** Settings of `a/b` after maps that are laid over each other. */
const after = (...maps: Record<string, PolicySetting>[]) =>
  maps.reduce<Settings>((settings, map) => overlay(settings, map), none).get('a/b');

test.each([
  ['a/b', { policy: 'a/b' }],
  ['a/b/c', { policy: 'a/b', check: 'c' }],
  ['a', { policy: 'a' }],
])('%s', (id, parts) => expect(splitId(id)).toEqual(parts));

test('later severities win; off and false are the same', () => {
  expect(after({ 'a/b': 'error' }, { 'a/b': 'info' })).toEqual({ severity: 'info' });
  expect(after({ 'a/b': false })).toEqual(after({ 'a/b': 'off' }));
  expect(after({ 'a/b': { severity: false } })).toEqual(after({ 'a/b': 'off' }));
});

test('severity and parameters are set apart from each other', () =>
  expect(
    after({ 'a/b': { severity: 'error', params: { x: 1 } } }, { 'a/b': { params: { y: 2 } } }, { 'a/b': 'info' }),
  ).toEqual({
    severity: 'info',
    params: { x: 1, y: 2 },
  }));

test('list parameters replace; amendments are of what is in force, or of the default to come', () => {
  const amended = (...params: unknown[]) => after(...params.map((x) => ({ 'a/b': { params: { x } } })))!.params!['x'];
  expect(amended([1, 2], [3])).toEqual([3]);
  expect(amended([1, 2], { add: [3], remove: [1] })).toEqual([2, 3]);
  expect(amended({ add: [3] })).toEqual({ add: [3] });
  expect(amended({ add: [3, 4], remove: [1] }, { add: [5], remove: [3] })).toEqual({ add: [4, 5], remove: [1, 3] });
  expect(amended({ add: [3] }, [4])).toEqual([4]);
  expect(amended([1], { add: 3 })).toEqual({ add: 3 });
});

describe('one check', () => {
  test('does not switch on the others', () =>
    expect(after({ 'a/b/c': 'error' })).toEqual({ severity: 'off', checks: { c: 'error' } }));

  test('holds over what the same map says of the policy, in either order', () => {
    const expected = { severity: 'error', checks: { c: 'off' } };
    expect(after({ 'a/b': 'error', 'a/b/c': 'off' })).toEqual(expected);
    expect(after({ 'a/b/c': 'off', 'a/b': 'error' })).toEqual(expected);
  });

  test('stays as it is when the policy’s severity changes', () =>
    expect(after({ 'a/b': 'error', 'a/b/c': 'off' }, { 'a/b': 'info' })).toEqual({
      severity: 'info',
      checks: { c: 'off' },
    }));

  test('goes off with the policy, and on with it', () => {
    expect(after({ 'a/b/c': 'error' }, { 'a/b': 'off' })).toEqual({ severity: 'off', checks: {} });
    expect(after({ 'a/b': 'error', 'a/b/c': 'off' }, { 'a/b': 'off' }, { 'a/b': 'error' })).toEqual({
      severity: 'error',
      checks: {},
    });
  });

  test('says by itself what is made of the unknown', () => {
    expect(after({ 'a/b': { unknown: 'skip' }, 'a/b/c': { unknown: 'report' } })).toEqual({
      unknown: 'skip',
      unknowns: { c: 'report' },
    });
    expect(after({ 'a/b/c': { unknown: 'report' } })).toEqual({ severity: 'off', unknowns: { c: 'report' } });
  });

  test('may name the policy’s parameters', () =>
    expect(after({ 'a/b/c': { severity: 'info', params: { x: 1 } } })).toEqual({
      severity: 'off',
      checks: { c: 'info' },
      params: { x: 1 },
    }));
});
