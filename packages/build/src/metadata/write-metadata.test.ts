import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { ImageMetadata } from './image-metadata.ts';
import { metadataPath } from './metadata-path.ts';
import { readMetadata } from './read-metadata.ts';
import { writeMetadata } from './write-metadata.ts';

const METADATA: ImageMetadata = {
  version: 1,
  image: '@acme/api',
  key: 'a',
  content: 'b',
  from: 'built',
  digests: { manifest: 'sha256:1' },
  tags: ['z:1', 'a:1'],
  labels: { b: '1', a: '2' },
  platforms: ['linux/amd64'],
  bases: [{ reference: 'node:22', kind: 'manifest', digests: { 'linux/amd64': 'sha256:2' } }],
  layers: [{ size: 3 }],
  volatile: [],
};

let root: string;
let path: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'metadata-'));
  path = metadataPath(root, '@acme/api');
});
afterEach(() => rmSync(root, { recursive: true }));

test('written whole, read back, the same bytes for the same facts', () => {
  expect(writeMetadata(path, METADATA)).toBeUndefined();
  expect(path).toBe(join(root, 'dist/docker/@acme-api/metadata.json'));
  expect(readMetadata(path)).toEqual(METADATA);
  const text = readFileSync(path, 'utf8');
  const { mtimeNs } = statSync(path, { bigint: true });
  expect(
    writeMetadata(path, Object.fromEntries(Object.entries(METADATA).reverse()) as unknown as ImageMetadata),
  ).toBeUndefined();
  expect(readFileSync(path, 'utf8')).toBe(text);
  expect(statSync(path, { bigint: true }).mtimeNs).toBe(mtimeNs);
  expect(text.indexOf('"a": "2"')).toBeLessThan(text.indexOf('"b": "1"'));
  expect(readdirSync(dirname(path))).toEqual(['metadata.json']);
});

test('a place that cannot be written is said, and leaves nothing half there', () => {
  mkdirSync(path, { recursive: true });
  expect(writeMetadata(path, METADATA)).toMatchObject({ code: 'files/unwritable', exit: 3, path });
  expect(readdirSync(dirname(path))).toEqual(['metadata.json']);
});

test('the sizes of an image with another key are kept, through any number of runs with the new one', () => {
  const layers = [{ size: 3, createdBy: 'COPY . .' }];
  writeMetadata(path, { ...METADATA, key: 'old', size: 3, layers });
  const previous = { key: 'old', size: 3, layers };
  for (const from of ['built', 'engine'] as const) {
    writeMetadata(path, { ...METADATA, key: 'new', from, size: 5, layers: [{ size: 5 }] });
    expect(readMetadata(path)).toMatchObject({ key: 'new', size: 5, previous });
  }
  // One that was pushed and never loaded has no sizes; the last known ones stay.
  writeMetadata(path, { ...METADATA, key: 'pushed', layers: [] });
  expect(readMetadata(path)?.previous).toMatchObject({ key: 'new', size: 5 });
  writeMetadata(path, { ...METADATA, key: 'third', size: 7, layers });
  expect(readMetadata(path)?.previous).toMatchObject({ key: 'new', size: 5 });
});

test.each(['', '{', '[]', 'null', '{"version":2}', '{"version":1,"image":"a"}'])('%j is no metadata', (text) => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  expect(readMetadata(path)).toBeUndefined();
});

test('names are no paths', () => {
  expect(metadataPath('/w', '../../x')).toBe(join('/w/dist/docker/_-..-x/metadata.json'));
  expect(metadataPath('/w', '..')).toBe(join('/w/dist/docker/_/metadata.json'));
});
