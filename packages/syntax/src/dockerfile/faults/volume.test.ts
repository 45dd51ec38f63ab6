import { expect, test } from '@jest/globals';
import { faultsOf } from '../testing.ts';

test('an empty path', () => {
  expect(faultsOf('FROM a\nVOLUME ["/a", " ", ""]\n')).toEqual([
    ['syntax/empty-volume', '" "'],
    ['syntax/empty-volume', '""'],
  ]);
});
