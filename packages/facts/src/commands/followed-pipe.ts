import type { ShellCommand } from '@dockwarden-internal/syntax';
import { INTERPRETERS, makesExecutable, type Use, unpack } from './download-use.ts';
import { flagValues, hasFlag } from './flags.ts';
import { type CommandReading, readCommand } from './read-command.ts';

/** Commands in one pipeline. */
const MAX_PIPE = 16;

/** Follows what a download writes to standard output; gives the file in which it is kept at the end, if any. */
export function followPipe(
  use: Use,
  commands: readonly ShellCommand[],
  index: number,
  folder: string | undefined,
): string | undefined {
  let at = index;
  let kept: string | undefined;
  for (let length = 0; length < MAX_PIPE; length++) {
    const { pipesInto, feeds = pipesInto === undefined ? [] : [pipesInto] } = commands[at]!;
    const readers = feeds.map((fed) => readCommand(commands[fed]!));
    const files = readers.map((reading) => keptBy(use, reading, folder)).filter((file) => file !== undefined);
    kept ??= files[0];
    if (use.executed || use.unpacked) return kept;
    // What tee keeps goes on through the pipe as well.
    if (files.length > 0 && readers.every(({ program }) => program !== 'tee')) return kept;
    if (pipesInto === undefined || pipesInto <= at) break;
    at = pipesInto;
  }
  const { within } = commands[at]!;
  if (within !== undefined) substituted(use, readCommand(commands[within]!), folder);
  return kept;
}

function keptBy(use: Use, reading: CommandReading, folder: string | undefined): string | undefined {
  const { program = '', args, command } = reading;
  if (INTERPRETERS.has(program) && readsStdin(reading)) {
    use.executed = true;
    use.kind = 'script';
    return undefined;
  }
  if (program === 'tar' || program === 'bsdtar' || program === 'cpio') {
    unpack(use, reading, folder);
    return undefined;
  }
  if (program === 'tee') return args[0]?.shown;
  if (program === 'gpg') return flagValues(reading, '-o --output').at(-1) ?? redirected(command);
  if (program === 'dd') return args.find((word) => word.shown.startsWith('of='))?.shown.slice(3);
  if (program === 'install' && args[0]?.shown === '/dev/stdin') {
    const modes = flagValues(reading, '-m --mode');
    use.executed = modes.length === 0 || modes.some(makesExecutable);
    return args.at(-1)?.shown;
  }
  return redirected(command);
}

/** True where a script comes from standard input: nothing else is named, or `-`, or `-s`. */
function readsStdin(reading: CommandReading): boolean {
  if (reading.program === 'source' || reading.program === '.' || reading.program === 'java') return false;
  const first = reading.dashes === 0 ? undefined : reading.args[0]?.shown;
  const code = hasFlag(reading, '-c -e --eval -p -n -ne -pe -m');
  return !code && (first === undefined || first === '-' || first === '/dev/stdin' || hasFlag(reading, '-s'));
}

function redirected(command: ShellCommand): string | undefined {
  return command.redirects.findLast(({ operator, fd = 1 }) => /^(>|>>|>\|)$/.test(operator) && fd === 1)?.target?.shown;
}

/** `sh -c "$(curl …)"`, `eval "$(…)"`, `bash <(…)`, `tar xz < <(…)`. */
function substituted(use: Use, outer: CommandReading, folder: string | undefined): void {
  const { program = '' } = outer;
  if (program === 'eval' || INTERPRETERS.has(program)) {
    use.executed = true;
    use.kind = 'script';
  } else if (program === 'tar' || program === 'bsdtar') unpack(use, outer, folder);
}
