import { expect, test } from '@jest/globals';
import type { ImageSize } from './image-sizes.ts';
import { printSizes } from './print-sizes.ts';

const API: ImageSize = {
  image: 'api',
  reference: 'r:1',
  from: 'engine',
  size: 200_000_000,
  budget: 150_000_000,
  change: 2_000_000,
  layers: [
    { size: 50_000_000, createdBy: 'ADD rootfs.tar /', change: 0 },
    { size: 149_000_000, createdBy: `RUN |1 A=b /bin/sh -c npm ci && \u001b[31m${'x'.repeat(90)}`, change: 1_000_000 },
    { size: 1_000_000, createdBy: 'COPY . .' },
    { size: 0, createdBy: 'WORKDIR /app', change: 0 },
  ],
};

test('bars, shares and changes, in eighty columns', () => {
  const text = printSizes({ images: [API] }, { color: false });
  expect(text.split('\n')).toEqual([
    'api  200 MB of 150 MB allowed, 133 %: 50 MB too many, +2 MB since before',
    expect.stringMatching(/^ {2}█{12}░{4} {3}149 MB {2}75 % {5}\+1 MB {2}RUN \|1 A=b .*…$/),
    '  ████░░░░░░░░░░░░    50 MB  25 %            ADD rootfs.tar /',
    '  █░░░░░░░░░░░░░░░     1 MB < 1 %       new  COPY . .',
    '  and 1 layer of 0 B together',
    '',
  ]);
  expect(
    Math.max(
      ...text
        .split('\n')
        .slice(1)
        .map((line) => line.length),
    ),
  ).toBeLessThanOrEqual(80);
  expect(text).not.toContain('\u001b');
});

test('without a build before, and without an engine', () => {
  const { change: _, budget: __, ...plain } = API;
  const layers = [{ size: 200_000_000 }];
  expect(printSizes({ images: [{ ...plain, from: 'metadata', layers }] }, { color: false })).toBe(
    'api  200 MB, as noted: the engine does not hold it now\n  ████████████████   200 MB 100 %  nothing tells what made it\n',
  );
});

test('the rest of many layers is summed up', () => {
  const layers = Array.from({ length: 40 }, (_, index) => ({ size: 40 - index, createdBy: `RUN ${index}` }));
  const lines = printSizes({ images: [{ ...API, size: 820, layers }] }, { color: false })
    .trimEnd()
    .split('\n');
  expect(lines).toHaveLength(14);
  expect(lines.at(-1)).toBe('  and 28 layers of 406 B together');
});

test('no images, and an image of nothing', () => {
  expect(printSizes({ images: [] }, { color: false })).toBe('');
  expect(printSizes({ images: [{ ...API, size: 0, layers: [], budget: 0 }] }, { color: false })).toContain(
    'api  0 B of 0 B',
  );
});
