import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { appendSummary } from './append-summary.ts';
import type { BuildOutcome, ImageOutcome } from './build-outcome.ts';
import { renderSummary } from './render-summary.ts';

const image = (more: Partial<ImageOutcome>): ImageOutcome => ({
  image: 'api',
  status: 'built',
  key: 'k',
  tags: [],
  tagged: [],
  reasons: [],
  notes: [],
  findings: [],
  ...more,
});
const outcome = (images: readonly ImageOutcome[], more: Partial<BuildOutcome> = {}): BuildOutcome => ({
  images,
  diagnostics: [],
  notes: [],
  root: '/w',
  exitCode: 0,
  ...more,
});

test('a row says what was done, why, the size and its change, and the digest', () => {
  const digest = `sha256:${'ab'.repeat(32)}`;
  const built = image({
    digest,
    size: 12_000_000,
    sizeBefore: 10_000_000,
    reasons: ['apps/api/main.ts changed, which apps/api/Dockerfile:3 reads'],
    miss: 'not in the engine',
  });
  const text = renderSummary(outcome([built, image({ image: 'web', status: 'present', where: 'registry' })]), 'build');
  expect(text).toBe(`### Images: 1 built, 1 present

| image | result | why | size | change | digest |
| --- | --- | --- | --- | --- | --- |
| api | built | \`apps/api/main.ts\` changed, which \`apps/api/Dockerfile:3\` reads | 12 MB | +2 MB | \`sha256:abababababab\` |
| web | present | inputs unchanged, in the registry |  |  |  |

`);
});

test('where nothing is affected it says so', () => {
  expect(renderSummary(outcome([]), 'push')).toBe('### Images: nothing to push\n\n');
});

test('what kept it from building is said, with the remedy', () => {
  const diagnostics = [{ code: 'engine/unreachable', message: 'no engine', hint: 'start it', exit: 3 as const }];
  expect(renderSummary(outcome([], { diagnostics }), 'build')).toBe(
    '### Images: none, see below\n\n- no engine<br>start it\n\n',
  );
});

test('what failed is told with the place and the last lines, and no line of it is markup', () => {
  const failure = {
    message: 'exit code 1',
    at: 'apps/api/Dockerfile:4',
    lastLines: ['```', '<b>boom</b>'],
    exit: 1 as const,
  };
  const text = renderSummary(outcome([image({ status: 'failed', failure })]), 'build');
  expect(text).toContain('**api** failed: `apps/api/Dockerfile:4`: exit code 1');
  expect(text).toContain('\n````text\n```\n<b>boom</b>\n````\n');
});

test('no name leaves its cell', () => {
  const text = renderSummary(outcome([image({ image: 'a|b', reasons: ['x|y <b> changed'] })]), 'build');
  expect(text).toContain('| `a\\|b` | built | `x\\|y <b>` changed |');
});

test('many reasons are cut', () => {
  const reasons = Array.from({ length: 8 }, (_, index) => `f${index} changed`);
  expect(renderSummary(outcome([image({ reasons })]), 'build')).toContain('`f4` changed<br>and 3 reasons more');
});

test('it is appended, and a file that cannot be written is a fault', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dockwarden-summary-'));
  try {
    const options = { cwd: folder, summary: 'out/summary.md' };
    expect(appendSummary(outcome([image({})]), options)).toBeUndefined();
    expect(appendSummary(outcome([]), options)).toBeUndefined();
    expect(readFileSync(join(folder, 'out/summary.md'), 'utf8').match(/^### Images/gm)).toHaveLength(2);
    expect(appendSummary(outcome([]), { cwd: folder, summary: 'out' })).toMatchObject({
      code: 'files/unwritable',
      exit: 3,
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
