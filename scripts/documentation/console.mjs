import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/**
 * The commands of a console block and what it shows of their output. `$ npx dockwarden …` begins a command; a line `…` stands for any
 * number of lines.
 */
export function commandsIn(text) {
  const commands = [];
  for (const line of text.trimEnd().split('\n')) {
    if (line.startsWith('$ ')) commands.push({ command: line.slice(2), shown: [] });
    else commands.at(-1)?.shown.push(line);
  }
  return commands;
}

/** Runs a command of the product in a folder of the repository; both streams, without colours. */
export function runCommand(root, folder, command) {
  const words = [...command.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    ([, double, single, plain]) => double ?? single ?? plain,
  );
  if (words[0] !== 'npx' || words[1] !== 'dockwarden') throw new Error(`only npx dockwarden is run, not ${command}`);
  // What a build before this one found is not asked for.
  const fresh = words[2] === 'lint' ? ['--no-cache'] : [];
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'packages/cli/bin/dockwarden.js'), ...words.slice(2), ...fresh],
    {
      cwd: join(root, folder),
      encoding: 'utf8',
      env: { ...process.env, NO_COLOR: '1', COLUMNS: '100' },
    },
  );
  return (stdout + stderr).trimEnd().split('\n');
}

/** Whether lines read as they are shown. */
export function fits(shown, lines) {
  const [first, ...rest] = shown;
  if (first === undefined) return lines.length === 0;
  if (first.trim() === '…') {
    if (rest.length === 0) return true;
    return lines.some((_, index) => fits(rest, lines.slice(index)));
  }
  return lines.length > 0 && lines[0].trimEnd() === first.trimEnd() && fits(rest, lines.slice(1));
}
