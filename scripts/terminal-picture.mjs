/**
 * Draws a terminal window as SVG, for the documentation:
 *
 *   node scripts/terminal-picture.mjs --out docs/images/lint.svg --title 'dockwarden lint' [--columns 100] -- npx dockwarden lint
 *   some-command --color | node scripts/terminal-picture.mjs --out picture.svg --title 'some command'
 *
 * A command is started without a shell and asked for colours; whatever its exit code, its output is drawn. `--prompt` puts
 * the command above it.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { readAnsi } from './terminal-picture/ansi.mjs';
import { terminalSvg } from './terminal-picture/svg.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string' },
    title: { type: 'string', default: 'terminal' },
    columns: { type: 'string' },
    prompt: { type: 'string' },
  },
});

const output = positionals.length > 0 ? run(positionals) : readFileSync(0, 'utf8');
const prompt = values.prompt ? `\u001B[32m❯\u001B[39m \u001B[1m${values.prompt}\u001B[22m\n\n` : '';
const columns = values.columns === undefined ? undefined : Number(values.columns);
const svg = terminalSvg(readAnsi(prompt + output), { title: values.title, columns });
if (values.out) {
  mkdirSync(dirname(values.out), { recursive: true });
  writeFileSync(values.out, svg);
} else process.stdout.write(svg);

function run([program, ...args]) {
  const env = { ...process.env, NO_COLOR: '', FORCE_COLOR: '1', COLUMNS: values.columns ?? '100' };
  const { stdout, error } = spawnSync(program, args, { encoding: 'utf8', env, maxBuffer: 2 ** 26 });
  if (error) {
    console.error(`${program} cannot be started: ${error.message}`);
    process.exit(1);
  }
  return stdout;
}
