import { rmSync } from 'node:fs';
import { TRANSFER_TIMEOUT } from '../docker/limits.ts';
import type { RunProgram } from '../model/program.ts';
import type { BakeFile } from './bake-file.ts';
import { explainFailure } from './explain-failure.ts';
import type { Verdict } from './judge-pass.ts';
import type { RunBakeOptions } from './run-bake-options.ts';

/** Loads archives of images that were built into the engine, which keeps their digests, and removes them all. */
export async function loadArchives(
  run: RunProgram,
  { loads }: BakeFile,
  verdicts: ReadonlyMap<string, Verdict>,
  { signal }: RunBakeOptions,
): Promise<ReadonlyMap<string, Verdict>> {
  const failed = new Map<string, Verdict>();
  for (const [image, path] of loads) {
    if (verdicts.get(image)?.status === 'built') {
      const args = ['image', 'load', '--quiet', '--input', path];
      const { code, stderr, failure } = await run('docker', args, { timeout: TRANSFER_TIMEOUT, signal });
      if (code !== 0) {
        const explained = explainFailure(stderr.trim() || `docker image load did not end: ${failure ?? code}`);
        failed.set(image, { status: 'failed', error: { ...explained, lastLines: [] } });
      }
    }
    rmSync(path, { force: true });
  }
  return failed;
}
