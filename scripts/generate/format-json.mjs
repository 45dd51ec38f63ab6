import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** JSON as the formatter of the repository writes it, so that what is generated passes its own checks. */
export function formatJson(root, value) {
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
  const run = spawnSync(process.execPath, [biome, 'format', '--stdin-file-path=generated.json'], {
    cwd: root,
    input: JSON.stringify(value, undefined, 2),
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  if (run.status !== 0) throw new Error(`biome: ${run.stderr || run.error?.message}`);
  return run.stdout;
}
