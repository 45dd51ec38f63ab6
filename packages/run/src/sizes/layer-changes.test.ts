import { expect, test } from '@jest/globals';
import { layerChanges } from './layer-changes.ts';

test('layers are held against those of the same instruction, the first against the first', () => {
  const before = [
    { size: 100 },
    { size: 5, createdBy: 'RUN a' },
    { size: 7, createdBy: 'RUN a' },
    { size: 9, createdBy: 'COPY gone' },
  ];
  const now = [
    { size: 120 },
    { size: 6, createdBy: 'RUN a' },
    { size: 7, createdBy: 'RUN a' },
    { size: 8, createdBy: 'RUN a' },
    { size: 1, createdBy: 'toString' },
  ];
  expect(layerChanges(now, before)).toEqual([undefined, 1, 0, undefined, undefined]);
  expect(layerChanges(now, [])).toEqual(now.map(() => undefined));
});
