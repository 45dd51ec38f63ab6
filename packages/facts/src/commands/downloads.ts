import type { ShellCommand, Span } from '@dockwarden-internal/syntax';
import { checkOf } from './download-check.ts';
import { type DownloadKind, kindByName } from './download-kind.ts';
import { type DownloadTarget, downloadTargets } from './download-targets.ts';
import { noteUse, type Use } from './download-use.ts';
import type { DownloadedFile } from './downloaded-file.ts';
import { followPipe } from './followed-pipe.ts';
import { readCommand } from './read-command.ts';
import { absolutePath, workingFolder } from './working-folder.ts';

/** Something that curl, wget or aria2c fetches, and what becomes of it. */
export interface DownloadReading {
  /** Without quotes, expansions as written. */
  readonly url: string;
  /** True where a variable is part of the address. */
  readonly unresolved?: true;
  readonly span: Span;
  readonly kind: DownloadKind;
  /** `curl`, `wget`, `aria2c`. */
  readonly tool: string;
  /** Absolute where the folder is known, otherwise as written; absent where it is not kept in a file. */
  readonly outputPath?: string;
  /**
   * True where it is run, made executable, handed to an interpreter or a package manager, or unpacked and then built, run or put where programs are;
   * unpacking into `/`, `/usr` or `/opt` is that already.
   */
  readonly executed: boolean;
  readonly unpacked: boolean;
  /** The index of the command that checks its sum or signature; beyond the end of `commands` it counts on in `later`. */
  readonly verifiedBy?: number;
}

export interface DownloadContext {
  /** Where the shell starts. Relative paths are compared by name alone without it. */
  readonly folder?: string;
  /** The commands of later RUN instructions of the stage. */
  readonly later?: readonly ShellCommand[];
}

/** Commands behind a download that are looked at. */
const MAX_LATER = 300;

/** What the command at `index` downloads. Judged by the text alone: what a checksum file lists, or a script does, is not known. */
export function downloadsOf(
  commands: readonly ShellCommand[],
  index: number,
  context: DownloadContext = {},
): DownloadReading[] {
  const reading = readCommand(commands[index]!);
  const targets = downloadTargets(reading);
  if (targets.length === 0) return [];
  const folder = workingFolder(commands, index, context.folder);
  return targets.map((target) => readDownload(target, reading.program!, commands, index, folder, context));
}

function readDownload(
  target: DownloadTarget,
  tool: string,
  commands: readonly ShellCommand[],
  index: number,
  folder: string | undefined,
  context: DownloadContext,
): DownloadReading {
  const { url } = target;
  const use: Use = { executed: false, unpacked: false };
  const kept = target.file ?? followPipe(use, commands, index, folder);
  const outputPath = kept === undefined ? undefined : (absolutePath(kept, folder) ?? kept);
  const follow = outputPath !== undefined || (use.unpacked && !use.executed);
  const verifiedBy = follow ? followFile(use, outputPath, commands, index, context) : -1;
  const byName = kindByName(url.shown, kept);
  return {
    url: url.shown,
    ...(url.value === undefined ? { unresolved: true as const } : {}),
    span: url.span,
    kind: byName === 'unknown' ? (use.kind ?? 'unknown') : byName,
    tool,
    ...(outputPath === undefined ? {} : { outputPath }),
    executed: use.executed,
    unpacked: use.unpacked,
    ...(verifiedBy >= 0 ? { verifiedBy } : {}),
  };
}

/** Follows a file, or what was unpacked on the way, through the commands that come after; gives the index of the one that checks it, or -1. */
function followFile(
  use: Use,
  path: string | undefined,
  commands: readonly ShellCommand[],
  index: number,
  context: DownloadContext,
): number {
  const file: DownloadedFile = { paths: new Set(path === undefined ? [] : [path]) };
  let checked = -1;
  const look = (list: readonly ShellCommand[], from: number, offset: number): void => {
    const end = Math.min(list.length, from + MAX_LATER);
    for (let at = from; at < end; at++) {
      const reading = readCommand(list[at]!);
      const folder = workingFolder(list, at, context.folder);
      const check = path !== undefined && checked < 0 ? checkOf(file, reading, at, list, folder) : -1;
      if (check >= 0) checked = check + offset;
      noteUse(use, file, reading, folder);
    }
  };
  look(commands, index + 1, 0);
  if (context.later) look(context.later, 0, commands.length);
  return checked;
}
