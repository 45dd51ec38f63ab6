import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDisk, openWorkspace } from '@dockwarden-internal/workspace';
import { tracedFileSystem } from './cache/traced-file-system.ts';
import { lintWorkspace } from './lint-workspace.ts';

const root = mkdtempSync(join(tmpdir(), 'dockwarden-failing-'));
afterAll(() => rmSync(root, { recursive: true }));

/** A run on a disk that shows all of its files, and fails where these are read. */
async function lintWhereReadingFails(broken: readonly string[], paths?: readonly string[]) {
  const { fs, listing } = openDisk(root);
  const failing = {
    ...fs,
    readTextBytes: (path: string) => (broken.includes(path) ? undefined : fs.readTextBytes(path)),
  };
  const disk = { fs: failing, listing };
  const traced = tracedFileSystem(failing, true);
  const workspace = await openWorkspace(root, { fs: traced.fs, listing });
  const group = { disk, foreign: false, ...(paths && { paths }) };
  const outcome = await lintWorkspace(workspace, group, { cwd: root }, traced, '2026-01-01');
  return {
    files: outcome.files,
    problems: outcome.diagnostics.map(({ code, path, exit }) => `${exit} ${code} ${path}`),
  };
}

test('what the disk did not give out has not passed, and the rest of the run is unharmed', async () => {
  for (const name of ['Dockerfile', 'Dockerfile.dev']) writeFileSync(join(root, name), 'FROM scratch\n');
  writeFileSync(join(root, 'compose.yaml'), 'services: {}\n');
  expect(await lintWhereReadingFails([])).toEqual({
    files: ['Dockerfile', 'Dockerfile.dev', 'compose.yaml'],
    problems: [],
  });
  const problems = ['3 files/unreadable Dockerfile', '3 files/unreadable compose.yaml'];
  const broken = ['Dockerfile', 'compose.yaml'];
  const whole = await lintWhereReadingFails(broken);
  expect({ ...whole, problems: whole.problems.sort() }).toEqual({ files: ['Dockerfile.dev'], problems });
  const named = await lintWhereReadingFails(broken, ['Dockerfile', 'Dockerfile.dev', 'compose.yaml']);
  expect({ ...named, problems: named.problems.sort() }).toEqual({ files: ['Dockerfile.dev'], problems });
});
