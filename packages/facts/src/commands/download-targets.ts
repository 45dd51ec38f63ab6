import type { ShellWord } from '@dockwarden-internal/syntax';
import { flagValues, hasFlag } from './flags.ts';
import type { CommandReading } from './read-command.ts';

/** One address that a command fetches, and where it puts what comes. */
export interface DownloadTarget {
  readonly url: ShellWord;
  /** As written; absent where it goes to standard output or is not kept. */
  readonly file?: string;
}

/** What curl, wget and aria2c fetch. None for a request that brings nothing: HEAD, an upload, a health probe on this host. */
export function downloadTargets(reading: CommandReading): DownloadTarget[] {
  switch (reading.program) {
    case 'curl':
      return curl(reading);
    case 'wget':
      return wget(reading);
    case 'aria2c':
      return reading.args.map((url) => ({ url, file: flagValues(reading, '-o --out').at(-1) ?? baseName(url.shown) }));
    default:
      return [];
  }
}

/** Each `-o` belongs to the address of the same number. Source: curl(1), `-o`. */
function curl(reading: CommandReading): DownloadTarget[] {
  if (hasFlag(reading, '-I --head -T --upload-file')) return [];
  const all = hasFlag(reading, '--remote-name-all');
  const folder = flagValues(reading, '--output-dir').at(-1);
  const outputs = reading.flags.filter(({ name }) => /^(-o|--output|-O|--remote-name)$/.test(name));
  return addresses(reading).map((url, index) => {
    const output = outputs[index];
    const named = output?.value !== undefined && /^(-o|--output)$/.test(output.name);
    const file = named ? output.value : output || all ? baseName(url.shown) : redirected(reading);
    return { url, ...(file === undefined || file === '-' ? {} : { file: inFolder(file, folder) }) };
  });
}

/** Without `-O` each file takes the name that the address ends in. Source: wget(1), `-O`, `-P`. */
function wget(reading: CommandReading): DownloadTarget[] {
  if (hasFlag(reading, '--spider')) return [];
  const document = flagValues(reading, '-O --output-document').at(-1);
  const folder = flagValues(reading, '-P --directory-prefix').at(-1);
  return addresses(reading).map((url) => {
    const file = document === '-' ? redirected(reading) : (document ?? inFolder(baseName(url.shown), folder));
    return { url, ...(file === undefined ? {} : { file }) };
  });
}

const LOCAL = /^([a-z][a-z0-9+.-]*:\/\/)?(localhost|127\.\d+\.\d+\.\d+|\[::1\]|0\.0\.0\.0)([:/]|$)/i;

function addresses(reading: CommandReading): ShellWord[] {
  const flagged = reading.flags.filter(({ name, value }) => name === '--url' && value !== undefined);
  const words = flagged.map(({ word, value, valueSpan }) => ({ ...word, shown: value!, span: valueSpan ?? word.span }));
  return [...reading.args, ...words].filter((word) => !LOCAL.test(word.shown));
}

function redirected({ command }: CommandReading): string | undefined {
  return command.redirects.findLast(({ operator, fd = 1 }) => /^(>|>>|>\||&>)$/.test(operator) && fd === 1)?.target
    ?.shown;
}

/** The last segment of an address, which is what it is kept as. */
export function baseName(address: string): string {
  let end = address.search(/[?#]/);
  if (end < 0) end = address.length;
  while (end > 0 && address[end - 1] === '/') end--;
  return address.slice(address.lastIndexOf('/', end - 1) + 1, end);
}

function inFolder(file: string, folder: string | undefined): string {
  return folder === undefined || file.startsWith('/') ? file : `${folder}/${file}`;
}
