// The policies that come with the product hold their own examples, and every clause is needed by one.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const bin = fileURLToPath(new URL('../packages/cli/bin/dockwarden.js', import.meta.url));
const run = spawnSync(process.execPath, [bin, 'test', '--builtin', '--mutants'], { stdio: 'inherit' });
process.exitCode = run.status ?? 1;
