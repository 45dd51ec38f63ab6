/** Draws docs/images/lint.svg, the picture of the README, from what the built product prints: `node scripts/readme-picture.mjs`. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const args = ['lint', 'examples/small/Dockerfile'];

const { status } = spawnSync(
  process.execPath,
  [
    join(root, 'scripts/terminal-picture.mjs'),
    ...['--out', join(root, 'docs/images/lint.svg')],
    ...['--title', 'dockwarden lint'],
    ...['--prompt', `npx dockwarden ${args.join(' ')}`],
    '--',
    ...[process.execPath, join(root, 'packages/cli/bin/dockwarden.js'), ...args],
  ],
  { cwd: root, stdio: 'inherit' },
);
process.exitCode = status ?? 1;
