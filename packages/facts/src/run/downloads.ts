import { literalRun, type ShellCommand, textAt } from '@dockwarden-internal/syntax';
import { type DownloadReading, downloadsOf as readDownloads } from '../commands/downloads.ts';
import { memo } from '../kernel/memo.ts';
import { isUnsure, known, type Maybe, unresolved } from '../kernel/unsure.ts';
import type { Command } from '../model/command.ts';
import { type Instruction, placeOf } from '../model/dockerfile.ts';
import type { Download } from '../model/install.ts';
import { shellTreeOf } from '../runtime/shell-tree.ts';
import { remoteOf, sourcesOf, targetOf } from '../source/sources.ts';
import { timelineOf } from '../stage/timeline.ts';
import { workdirAt } from '../stage/workdir.ts';
import { commandsOf } from './commands.ts';
import { shellCommandsBefore } from './shell-place.ts';

/** What a command fetches. */
export const downloadsIn = memo((command: Command): readonly Download[] => {
  const { run, reading } = command;
  if (!FETCHERS.has(reading.program ?? '')) return [];
  const commands = shellTreeOf(run)?.commands ?? [];
  const later = laterCommands(run);
  const context = { folder: folderAt(run), later: later.map(({ shell }) => shell) };
  return readDownloads(commands, shellCommandsBefore(command).length, context).map((found) => ({
    url: found.unresolved ? unresolved : found.url,
    place: placeOf(run.dockerfile, found.span),
    command,
    instruction: run,
    reading: found,
    verifiedBy: verifierOf(found, commands.length, commandsOf(run), commands, later),
  }));
});

const FETCHERS: ReadonlySet<string> = new Set(['curl', 'wget', 'aria2c']);

/** What ADD fetches from a URL. */
export const downloadsBy = memo((instruction: Instruction): readonly Download[] => {
  if (instruction.node.keyword === 'run') return commandsOf(instruction).flatMap(downloadsIn);
  return sourcesOf(instruction).flatMap((source) => {
    if (remoteOf(source) !== 'url') return [];
    const { place, text } = source;
    const url = isUnsure(source.path) || source.path === undefined ? unresolved : source.path;
    const target = known(targetOf(instruction)?.value);
    if (target === undefined) return [{ url, place, instruction }];
    const later = laterCommands(instruction);
    const reading = followed(instruction, known(url) ?? text, target, later);
    return [{ url, place, instruction, reading, verifiedBy: verifierOf(reading, 1, [], [], later) }];
  });
});

/** What becomes of the file that ADD leaves: read as though curl had put it there. */
function followed(add: Instruction, url: string, target: string, later: readonly Located[]): DownloadReading {
  const file = target.endsWith('/') ? target + url.replace(/[?#].*$/, '').replace(/^.*\//, '') : target;
  const { span } = add.node;
  const curl = literalRun(['curl', '-o', file, url].map((value) => ({ value, span }))).commands;
  const context = { folder: folderAt(add), later: later.map(({ shell }) => shell) };
  return readDownloads(curl, 0, context)[0]!;
}

function folderAt(instruction: Instruction): string | undefined {
  const workdir = workdirAt(instruction);
  return workdir === undefined ? '/' : known(workdir);
}

interface Located {
  readonly shell: ShellCommand;
  readonly run: Instruction;
}

/** As many commands of later RUN instructions are looked at. */
const MOST_LATER = 120;

/** The commands of the stage's RUN instructions behind this one, behind a trigger those of the triggers below it. */
const laterCommands = memo((instruction: Instruction): readonly Located[] => {
  const { stage } = instruction;
  if (!stage) return [];
  const { instructions, positions, end } = timelineOf(stage);
  const last = instruction.onbuild ? instructions.length : end;
  const found: Located[] = [];
  for (let at = (positions.get(instruction) ?? last) + 1; at < last && found.length < MOST_LATER; at++) {
    const run = instructions[at]!;
    if (run.node.keyword !== 'run') continue;
    for (const shell of shellTreeOf(run)?.commands ?? []) found.push({ shell, run });
  }
  return found;
});

function verifierOf(
  { verifiedBy }: DownloadReading,
  own: number,
  siblings: readonly Command[],
  commands: readonly ShellCommand[],
  later: readonly Located[],
): Command | undefined {
  if (verifiedBy === undefined) return undefined;
  if (verifiedBy < own) return siblings.find(({ shell }) => shell === commands[verifiedBy]);
  const located = later[verifiedBy - own];
  return located && commandsOf(located.run).find(({ shell }) => shell === located.shell);
}

/** True for what is fetched by ADD with `--checksum`. */
export function hasChecksum({ instruction, command }: Download): boolean {
  return !command && instruction.node.flags.some(({ name }) => name === '--checksum');
}

/** True for an encrypted protocol. An address without one is fetched over plain HTTP. */
export function isSecure({ url, reading, place }: Download): Maybe<boolean> {
  const text = known(url) ?? reading?.url ?? textAt(place);
  if (text.startsWith('$')) return unresolved;
  return /^(?:https|ftps|sftp|scp):/i.test(text);
}
