import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ScanOutcome } from '@dockwarden-internal/run/scan/scan-outcome';
import { expect, test } from '@jest/globals';
import { imageTask } from '../../testing/fake-builds.ts';
import { temporaryWorkspace } from '../../testing/temporary-workspace.ts';
import type { Builds } from './builds.ts';
import type { RawOptions } from './image-task.ts';
import { runScanTasks } from './run-scan-tasks.ts';

const workspaceRoot = temporaryWorkspace({});

/** Scans of these tasks, each with its options: what was asked of the scanners, and how the tasks ended. */
async function scanned(tasks: Readonly<Record<string, RawOptions>>, exitCode = 0) {
  const asked: Record<string, unknown>[] = [];
  const builds = {
    scan: async (options: Record<string, unknown>) => {
      asked.push(options);
      return { exitCode } as ScanOutcome;
    },
    shareOfScan: (outcome: ScanOutcome) => outcome,
    renderScan: (format: string, _: ScanOutcome, { color }: { color: boolean }) => `${format}${color ? ' red' : ''}\n`,
  } as unknown as Builds;
  const run = { workspaceRoot, builds, env: { FORCE_COLOR: '1' }, signal: new AbortController().signal };
  const each = Object.entries(tasks).map(([project, options]) => imageTask(project, { images: undefined, ...options }));
  const results: Record<string, { success: boolean; terminalOutput: string }> = {};
  for await (const { task, result } of runScanTasks(each, { ...run, optionsOf: new Map(), say: () => {} }))
    results[task.split(':')[0]!] = result;
  return { asked, results };
}

test('tasks with equal options are one scan, others one of their own', async () => {
  const { asked } = await scanned({ api: {}, web: { images: ['site'] }, docs: { failOn: 'high' } });
  expect(asked).toMatchObject([
    { cwd: workspaceRoot, images: ['site'], projects: ['api'] },
    { images: [], projects: ['docs'], failOn: 'high' },
  ]);
});

test('every option is handed on', async () => {
  const options = { scanner: ['trivy'], failOn: 'low', ignoreUnfixed: true, config: 'c.yaml', timeout: 9 };
  const { scanner: scanners, ...rest } = options;
  expect((await scanned({ api: options })).asked).toMatchObject([{ scanners, ...rest }]);
});

test('a file gets its report without colours, and the terminal one all the same', async () => {
  const { results } = await scanned({ api: { format: ['sarif=scans/{projectName}.sarif'] } });
  expect(results['api']).toEqual({ success: true, terminalOutput: 'pretty red\n' });
  expect(readFileSync(join(workspaceRoot, 'scans/api.sarif'), 'utf8')).toBe('sarif\n');
});

test('a finding, a format that there is not, and a file that cannot be written fail the task', async () => {
  expect((await scanned({ api: {} }, 1)).results['api']?.success).toBe(false);
  const { asked, results } = await scanned({ api: { format: ['xml'] }, web: { format: ['json='] } });
  expect(asked).toEqual([]);
  expect(results['api']).toMatchObject({ success: false, terminalOutput: expect.stringContaining('"xml"') });
  expect(results['web']).toMatchObject({ success: false, terminalOutput: expect.stringContaining('name a file') });
  const broken = await scanned({ api: { format: ['json=.'] } });
  expect(broken.results['api']).toMatchObject({
    success: false,
    terminalOutput: expect.stringContaining('cannot be written'),
  });
  expect(existsSync(join(workspaceRoot, 'json='))).toBe(false);
});
