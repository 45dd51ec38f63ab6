import { execFileSync, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MAX_TEXT_BYTES } from '@dockwarden-internal/workspace/bounds';
import { removeTemporaryFolders, temporaryFolder } from '@dockwarden-internal/workspace/testing/temporary-folder';
import { readOutside } from './read-outside.ts';

afterAll(removeTemporaryFolders);

test('reads files of any length that a text may have', () => {
  const root = temporaryFolder({ empty: '', short: 'ä', long: 'é'.repeat(100_000) });
  expect(readOutside(join(root, 'empty'))).toBe('');
  expect(readOutside(join(root, 'short'))).toBe('ä');
  expect(readOutside(join(root, 'long'))).toBe('é'.repeat(100_000));
});

test('reads no folder, nothing that is not there, and nothing without end', () => {
  const root = temporaryFolder({});
  writeFileSync(join(root, 'most'), new Uint8Array(MAX_TEXT_BYTES));
  writeFileSync(join(root, 'more'), new Uint8Array(MAX_TEXT_BYTES + 1));
  expect(readOutside(join(root, 'most'))).toHaveLength(MAX_TEXT_BYTES);
  for (const path of [join(root, 'more'), root, join(root, 'none'), '/dev/zero'])
    expect(readOutside(path)).toBeUndefined();
});

test('reads what a pipe holds', () => {
  const pipe = join(temporaryFolder({}), 'pipe');
  execFileSync('mkfifo', [pipe]);
  spawn('sh', ['-c', 'printf "a: 1\\n" > "$0"', pipe], { stdio: 'ignore' });
  expect(readOutside(pipe)).toBe('a: 1\n');
});
