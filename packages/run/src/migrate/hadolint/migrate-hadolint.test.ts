import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { removeTemporaryFolders, temporaryFolder } from '@dockwarden-internal/workspace/testing/temporary-folder';
import { lint } from '../../lint.ts';
import { migrateHadolint } from './migrate-hadolint.ts';

afterEach(removeTemporaryFolders);

const FILES = {
  Dockerfile: 'FROM debian:13\n# hadolint ignore=DL3004\nRUN sudo true\n',
  '.hadolint.yaml': 'disable-ignore-pragma: true\n',
};

async function sudo(cwd: string) {
  const { report } = await lint({ cwd, noCache: true });
  return report.findings
    .filter(({ aliases }) => aliases.includes('hadolint:DL3004'))
    .map(({ suppressed }) => suppressed);
}

test('comments that counted for nothing go on counting for nothing', async () => {
  const cwd = temporaryFolder(FILES);
  expect(await sudo(cwd)).toEqual([null]);
  const outcome = await migrateHadolint({ cwd, dryRun: false, remove: true });
  expect(outcome).toMatchObject({ exit: 0, left: [] });
  expect(readFileSync(join(cwd, 'dockwarden.yaml'), 'utf8')).toBe(
    'dockwarden: config/v1\nextends: [dockwarden:peers/hadolint]\nwaivers:\n  inline: [dockwarden, buildkit, checkov, trivy, kics, dclint, semgrep]\n',
  );
  expect(await sudo(cwd)).toEqual([null]);
});

test('tools that are named already stay named; a second run changes nothing', async () => {
  const cwd = temporaryFolder({
    ...FILES,
    'dockwarden.yaml':
      'dockwarden: config/v1\nextends: [peers/hadolint]\nwaivers: { maxDays: 30, inline: [hadolint, dockwarden] } # ours\n',
  });
  await migrateHadolint({ cwd, dryRun: false, remove: false });
  const text = readFileSync(join(cwd, 'dockwarden.yaml'), 'utf8');
  expect(text).toContain('waivers: { maxDays: 30, inline: [dockwarden] } # ours\n');
  const again = await migrateHadolint({ cwd, dryRun: true, remove: false });
  expect(again.changes.map(({ state }) => state)).toEqual(['same']);
});
