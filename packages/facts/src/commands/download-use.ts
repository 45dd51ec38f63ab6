import type { DownloadKind } from './download-kind.ts';
import {
  addTarget,
  anyNamesFile,
  type DownloadedFile,
  isInstallFolder,
  isProgramFolder,
  namesFile,
} from './downloaded-file.ts';
import { flagValues, hasFlag } from './flags.ts';
import type { CommandReading } from './read-command.ts';
import { readInstall } from './read-install.ts';
import { absolutePath } from './working-folder.ts';

/** What becomes of a downloaded file. */
export interface Use {
  executed: boolean;
  unpacked: boolean;
  /** What the use shows it to be. */
  kind?: DownloadKind;
}

export const INTERPRETERS: ReadonlySet<string> = new Set([
  ...[
    'sh',
    'bash',
    'ash',
    'dash',
    'zsh',
    'ksh',
    'python',
    'node',
    'perl',
    'ruby',
    'php',
    'bun',
    'deno',
    'lua',
    'Rscript',
    'pwsh',
  ],
  ...['source', '.', 'java'],
]);

const UNPACKERS: ReadonlySet<string> = new Set([
  'tar',
  'bsdtar',
  'unzip',
  '7z',
  '7za',
  '7zr',
  'cpio',
  'unrar',
  'ar',
  'jar',
]);
const EXPANDERS: ReadonlySet<string> = new Set([
  'gunzip',
  'gzip',
  'unxz',
  'xz',
  'bunzip2',
  'bzip2',
  'unzstd',
  'zstd',
  'unlz4',
  'lz4',
]);
const BUILDERS: ReadonlySet<string> = new Set(['make', 'cmake', 'ninja', 'meson', 'configure', 'scons', 'bazel']);

/** Notes what one command does with the file; `folder` is where it runs. */
export function noteUse(use: Use, file: DownloadedFile, reading: CommandReading, folder: string | undefined): void {
  const { program = '', args, command } = reading;
  const [called] = command.words;
  if (called && runsFile(file, called.shown, folder)) {
    execute(use, 'executable');
    return;
  }
  if (use.unpacked && (BUILDERS.has(program) || /^\.{1,2}\//.test(called?.shown ?? ''))) use.executed = true;
  if (use.unpacked && putsPrograms(reading, folder)) use.executed = true;
  const read = command.redirects.filter(({ operator }) => operator === '<').flatMap(({ target }) => target ?? []);
  const flagWords = reading.flags.flatMap(({ value, word }) =>
    value === undefined ? [] : [{ ...word, shown: value }],
  );
  if (!anyNamesFile(file, [...args, ...read, ...flagWords], folder)) return;
  if (INTERPRETERS.has(program)) execute(use, 'script');
  else if (readInstall(reading)) execute(use, 'archive');
  else if (program === 'chmod') {
    if (makesExecutable(args[0]?.shown ?? '')) execute(use, 'executable');
  } else if (UNPACKERS.has(program)) unpack(use, reading, folder);
  else if (EXPANDERS.has(program)) expand(use, file);
  else if (/^(mv|cp|ln|install|rename)$/.test(program)) move(use, file, reading, folder);
}

function execute(use: Use, kind: DownloadKind): void {
  use.executed = true;
  use.kind ??= kind;
}

function runsFile(file: DownloadedFile, called: string, folder: string | undefined): boolean {
  if (called.includes('/')) return namesFile(file, called, folder);
  return [...file.paths].some((path) => isProgramFolder(path) && path.endsWith(`/${called}`));
}

/** Unpacking is installing where programs live. */
export function unpack(use: Use, reading: CommandReading, folder: string | undefined): void {
  if (reading.program === 'tar' && !hasFlag(reading, '-x --extract --get')) return;
  use.unpacked = true;
  use.kind ??= 'archive';
  const named = flagValues(reading, '-C --directory -d').at(-1);
  const target = named === undefined ? folder : (absolutePath(named, folder) ?? named);
  if (target !== undefined && isInstallFolder(target)) use.executed = true;
}

function expand(use: Use, file: DownloadedFile): void {
  use.kind ??= 'archive';
  for (const path of [...file.paths]) file.paths.add(path.replace(/\.(gz|xz|bz2|zst|lz4)$/, ''));
}

function move(use: Use, file: DownloadedFile, reading: CommandReading, folder: string | undefined): void {
  const target = flagValues(reading, '-t --target-directory').at(-1) ?? reading.args.at(-1)?.shown;
  if (target === undefined) return;
  addTarget(file, target, folder);
  const path = absolutePath(target, folder) ?? target;
  const modes = flagValues(reading, '-m --mode');
  const runs =
    reading.program === 'install' && !hasFlag(reading, '-d') && (modes.length === 0 || modes.some(makesExecutable));
  if (runs || isProgramFolder(path)) execute(use, 'executable');
}

/** `mv x/bin/y /usr/local/bin`, `ln -s`, `chmod +x`: what came out of an archive is made ready to run. */
function putsPrograms(reading: CommandReading, folder: string | undefined): boolean {
  const { program = '', args } = reading;
  if (program === 'chmod') return makesExecutable(args[0]?.shown ?? '');
  if (!/^(mv|cp|ln|install)$/.test(program)) return false;
  const target = flagValues(reading, '-t --target-directory').at(-1) ?? args.at(-1)?.shown ?? '';
  return isProgramFolder(absolutePath(target, folder) ?? target);
}

/** A mode with an execute bit: `+x`, `u=rwx`, `755`. */
export function makesExecutable(mode: string): boolean {
  if (/^0?[0-7]{3,4}$/.test(mode)) return [...mode.slice(-3)].some((digit) => Number(digit) % 2 === 1);
  return /[+=][rwst]*[xX]/.test(mode);
}
