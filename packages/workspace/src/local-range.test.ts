import { meansLocal } from './local-range.ts';

test.each([
  ['workspace:*', '1.0.0'],
  ['workspace:^2', '1.0.0'],
  ['file:../ui', undefined],
  ['*', '1.0.0'],
  ['', '1.0.0'],
  ['^1.2.0', '1.3.0'],
  ['^1', '1.0.0'],
  ['~1.2', '1.2.9'],
  ['>=1.0.0', '2.0.0'],
  ['1.2.3', '1.2.3'],
  ['1.x || 2', '3.0.0'],
  ['^1.0.0', '1.0.0-beta.1'],
  ['^9', undefined],
  ['latest', '1.0.0'],
])('%j means the local %s', (range, version) => {
  expect(meansLocal(range, version)).toBe(true);
});

test.each([
  ['^1.2.0', '2.0.0'],
  ['^1.2.0', '1.1.0'],
  ['^0.3.1', '0.4.0'],
  ['~1.2.0', '1.3.0'],
  ['1.2.3', '1.2.4'],
  ['2', '1.0.0'],
  ['>=2', '1.9.9'],
  ['npm:other@1', '1.0.0'],
  ['github:acme/ui', '1.0.0'],
  ['catalog:', '1.0.0'],
])('%j does not mean the local %s', (range, version) => {
  expect(meansLocal(range, version)).toBe(false);
});
