import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from './testing/run-command.ts';

const root = mkdtempSync(join(tmpdir(), 'dockwarden-long-name-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

// Such as `dockwarden lint "$(cat Dockerfile)"` hands over. A disk takes 255 bytes, a path 4096.
const long = 'x'.repeat(5000);

test.each([
  [3, ['lint', long]],
  [3, ['lint', `../${long}`]],
  [3, ['lint', '--format', `json=${long}`]],
  [2, ['lint', '--config', long]],
  [2, ['lint', '--pack', `./${long}`]],
  [3, ['facts', long]],
  [2, ['test', long]],
  [2, ['test', `${long}/`]],
  [2, ['test', `./${long}.yaml`]],
])('exit %i and no stack trace for a name that is too long for the disk: %j', async (expected, argv) => {
  const { exit, out, error } = await runCommand(root, argv);
  expect(exit).toBe(expected);
  expect(`${out}${error}`).not.toMatch(/ENAMETOOLONG|^ +at /m);
});
