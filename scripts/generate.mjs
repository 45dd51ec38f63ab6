/** Writes every generated file: `npm run generate`. No build has to come before. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { generators, outputs } from './generate/outputs.mjs';
import { staleFiles } from './generate/stale-files.mjs';

const root = join(import.meta.dirname, '..');

const wanted = await outputs(root);
const { changed, left } = staleFiles(root, wanted);
for (const path of changed) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), wanted.get(path));
  console.log(`wrote ${path}`);
}
for (const path of left) {
  rmSync(join(root, path));
  console.log(`removed ${path}`);
}
for (const script of generators) {
  const { status } = spawnSync(process.execPath, [join(root, script)], { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
