/**
 * Draws docs/images/lint.svg, the picture of the README, from what the built product prints: `node scripts/readme-picture.mjs`. With
 * --check it fails where the picture shows something else.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const path = 'docs/images/lint.svg';
const args = ['lint', 'examples/small/Dockerfile'];

const { status, stdout } = spawnSync(
  process.execPath,
  [
    join(root, 'scripts/terminal-picture.mjs'),
    ...['--title', 'dockwarden lint'],
    ...['--prompt', `npx dockwarden ${args.join(' ')}`],
    '--',
    ...[process.execPath, join(root, 'packages/cli/bin/dockwarden.js'), ...args],
  ],
  { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
);
if (status !== 0) process.exitCode = 1;
else if (!process.argv.includes('--check')) writeFileSync(join(root, path), stdout);
else if (readFileSync(join(root, path), 'utf8') !== stdout) {
  console.error(`${path} is stale: node scripts/readme-picture.mjs`);
  process.exitCode = 1;
}
