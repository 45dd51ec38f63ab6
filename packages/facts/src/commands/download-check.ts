import type { ShellCommand } from '@dockwarden-internal/syntax';
import { baseName } from './download-targets.ts';
import { anyNamesFile, type DownloadedFile } from './downloaded-file.ts';
import { hasFlag } from './flags.ts';
import type { CommandReading } from './read-command.ts';

const SUMS = /^(sha\d+sum|shasum|md5sum|b2sum|b3sum|cksum|sha\d+)$/;

/**
 * The command that checks a file's sum or signature, if this one does or has a part in it; -1 otherwise. A check of sums that come from a file or a
 * variable counts for every file; one that names its files counts for those.
 */
export function checkOf(
  file: DownloadedFile,
  reading: CommandReading,
  index: number,
  commands: readonly ShellCommand[],
  folder: string | undefined,
): number {
  const { program = '', args, command } = reading;
  if (SUMS.test(program)) {
    if (hasFlag(reading, '-c --check')) return sumsCover(file, reading, index, commands) ? index : -1;
    return anyNamesFile(file, args, folder) ? comparedBy(command, index, commands) : -1;
  }
  return isSignatureCheck(reading) && signatureCovers(file, reading, folder) ? index : -1;
}

/** `sha256sum x | grep …` and `[ "$(sha256sum x)" = … ]`. */
function comparedBy(command: ShellCommand, index: number, commands: readonly ShellCommand[]): number {
  const last = command.pipesInto ?? index;
  const end = commands[last]!.pipesInto ?? last;
  if (/^[ef]?grep$/.test(commands[end]!.words[0]?.value ?? '')) return end;
  if (!command.substituted) return -1;
  const outer = command.within;
  return outer === undefined ? end : /^(\[|test)$/.test(commands[outer]!.words[0]?.value ?? '') ? outer : -1;
}

function sumsCover(
  file: DownloadedFile,
  reading: CommandReading,
  index: number,
  commands: readonly ShellCommand[],
): boolean {
  const texts = [
    ...inputTexts(reading.command),
    ...feeders(index, commands).flatMap((feeder) => feeder.words.slice(1).map((word) => word.shown)),
  ];
  const bases = [...file.paths].map(baseName);
  const named = texts.flatMap((text) =>
    [...text.matchAll(/\b[0-9a-f]{32,128}\s+[*]?([^\s\\"']+)/gi)].map((match) => match[1]!),
  );
  if (named.length === 0) return true;
  return named.some((name) => bases.includes(baseName(name)) || name.includes('$'));
}

function feeders(index: number, commands: readonly ShellCommand[]): ShellCommand[] {
  const found: ShellCommand[] = [];
  for (let at = index - 1; at >= 0 && index - at <= 8; at--)
    if (commands[at]!.pipesInto === index) found.push(commands[at]!);
  return found;
}

function inputTexts(command: ShellCommand): string[] {
  return command.redirects.flatMap(({ operator, target, body }) => {
    if (body) return [body.text];
    return operator === '<<<' && target ? [target.shown] : [];
  });
}

function isSignatureCheck(reading: CommandReading): boolean {
  const { program = '', name, args, command } = reading;
  if (program === 'gpg') return hasFlag(reading, '--verify') || name === 'gpgv';
  const first = args[0]?.shown ?? '';
  switch (program) {
    case 'cosign':
      return first === 'verify-blob' || first === 'verify-blob-attestation';
    case 'minisign':
    case 'signify':
      return command.words.some((word) => /^-\w*V/.test(word.shown));
    case 'openssl':
      return first === 'dgst' && hasFlag(reading, '-verify');
    case 'rpm':
      return hasFlag(reading, '-K --checksig');
    case 'slsa-verifier':
    case 'sq':
      return command.words.some((word) => /^verify/.test(word.shown));
    default:
      return false;
  }
}

/** With the signature alone, the file is the one that the signature is called after. Source: gpg(1), `--verify`. */
function signatureCovers(file: DownloadedFile, reading: CommandReading, folder: string | undefined): boolean {
  const words = reading.command.words.slice(1);
  if (anyNamesFile(file, words, folder)) return true;
  const stripped = words.map((word) => ({ ...word, shown: word.shown.replace(/\.(asc|sig|sign|minisig)$/, '') }));
  return anyNamesFile(file, stripped, folder);
}
