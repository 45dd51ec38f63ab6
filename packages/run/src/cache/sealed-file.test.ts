import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSealed, readSealedJson, writeSealed } from './sealed-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'dockwarden-sealed-'));
const path = join(folder, 'file');
const text = () => {
  const content = readSealed(path);
  return content && Buffer.from(content).toString('utf8');
};

afterAll(() => rmSync(folder, { recursive: true }));

test.each(['', 'a', 'a\nb\n', '•••', `${'x'.repeat(1e6)}\n`])('what was written comes back: %#', (content) => {
  writeSealed(path, content);
  expect(text()).toBe(content);
  expect(readdirSync(folder)).toEqual(['file']);
});

test('pieces come back as one', () => {
  writeSealed(path, 'a', Buffer.from('•'), '', 'b');
  expect(text()).toBe('a•b');
});

test('JSON comes back as data', () => {
  writeSealed(path, '{"a":', '1}');
  expect(readSealedJson(path)).toEqual({ a: 1 });
});

test.each<[string, (bytes: Buffer) => Buffer]>([
  ['empty', () => Buffer.alloc(0)],
  ['cut off', (bytes) => bytes.subarray(0, -1)],
  ['cut off in the checksum', (bytes) => bytes.subarray(0, 5)],
  ['longer', (bytes) => Buffer.concat([bytes, Buffer.from('x')])],
  ['without a checksum', () => Buffer.from('{"a":1}\n')],
  ['with one bit turned', (bytes) => Buffer.from(bytes.map((byte, at) => (at === bytes.length - 1 ? byte ^ 1 : byte)))],
])('a file that is %s is none', (_, spoil) => {
  writeSealed(path, '{"a":', '1}');
  writeFileSync(path, spoil(readFileSync(path)));
  expect(readSealed(path)).toBeUndefined();
  expect(readSealedJson(path)).toBeUndefined();
});

test('nor is a folder, or what is not there', () => {
  expect(readSealed(folder)).toBeUndefined();
  expect(readSealed(join(folder, 'nothing'))).toBeUndefined();
});
