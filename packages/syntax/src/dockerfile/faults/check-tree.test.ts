import { expect, test } from '@jest/globals';
import { treeOf } from '../testing.ts';

test('faults stand in the order of their places', () => {
  const starts = treeOf('FOO\nENV A\nRUN <<EOF>x\nEOF\nFROM a b\n# c\nCMD [1]\n').faults.map(
    (fault) => fault.span.start,
  );
  expect(starts).toEqual([...starts].sort((a, b) => a - b));
  expect(starts.length).toBe(6);
});
