/** Fails where a generated file is not as its sources say, and names it: part of `npm run check`. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { generators, outputs } from './generate/outputs.mjs';
import { staleFiles } from './generate/stale-files.mjs';

const root = join(import.meta.dirname, '..');

const { changed, left } = staleFiles(root, await outputs(root));
const sentences = [
  ...changed.map((path) => `${path} is stale`),
  ...left.map((path) => `${path} is of a policy that is not there any more`),
];
for (const sentence of sentences) console.error(`${sentence}: npm run generate`);
const failed = generators.filter((script) => {
  const { status } = spawnSync(process.execPath, [join(root, script), '--check'], { cwd: root, stdio: 'inherit' });
  return status !== 0;
});
process.exitCode = sentences.length + failed.length > 0 ? 1 : 0;
