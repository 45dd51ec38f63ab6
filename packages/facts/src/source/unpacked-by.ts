import { hasFlag } from '../commands/flags.ts';
import { memo } from '../kernel/memo.ts';
import type { Command } from '../model/command.ts';
import type { Instruction } from '../model/dockerfile.ts';
import type { Source } from '../model/files.ts';
import { commandsOf } from '../run/commands.ts';
import { isLocal, targetOf } from './sources.ts';

/** Names of tar files, compressed or not: what ADD would unpack just as well. Of a `.gz` alone it would not. */
const TAR = /\.(?:tar|tar\.(?:gz|bz2|xz|zst|lzma|z|lz)|t[gbx]z2?|tlz|tpz|tzst)$/i;

/** Programs that unpack whatever they are given. */
const UNPACKERS: ReadonlySet<string> = new Set(
  'gunzip bunzip2 unxz unlzma unzstd uncompress zcat gzcat bzcat xzcat unar'.split(' '),
);

/**
 * The command of a later RUN of the same stage that unpacks an archive which COPY brings in from the context, by the archive's name; undefined
 * for what is no tar file, for what comes from a stage, and where no command does.
 * Source: Dockerfile reference, ADD "Adding local tar archives".
 */
export const unpackedBy = memo((source: Source): Command | undefined => {
  const { instruction, heredoc } = source;
  const { stage, node } = instruction;
  if (heredoc || !stage || node.keyword !== 'copy' || !isLocal(source)) return undefined;
  const names = [source.text, targetOf(instruction)?.word.text ?? ''].map(baseName).filter((name) => TAR.test(name));
  if (names.length === 0) return undefined;
  const above = stage.instructions.indexOf(instruction);
  return unpackings(stage.instructions).find(
    ({ at, archives }) => at > above && archives.some((name) => names.includes(name)),
  )?.command;
});

interface Unpacking {
  readonly at: number;
  readonly command: Command;
  readonly archives: readonly string[];
}

/** Of all instructions of a stage at once: every source asks for them. */
const unpackings = memo((instructions: readonly Instruction[]): readonly Unpacking[] =>
  instructions.flatMap((run, at) =>
    commandsOf(run)
      .filter(unpacks)
      .map((command) => ({ at, command, archives: wordsIn(command).map(baseName) })),
  ),
);

function unpacks({ reading }: Command): boolean {
  const { program = '' } = reading;
  if (program === 'tar' || program === 'bsdtar') return hasFlag(reading, '-x --extract --get');
  return UNPACKERS.has(program);
}

function wordsIn({ reading, shell }: Command): string[] {
  const values = reading.flags.flatMap(({ value }) => (value === undefined ? [] : [value]));
  return [...values, ...shell.words.slice(1).map((word) => word.value ?? word.shown)];
}

/** The last part of a path of either system, without quotes. */
function baseName(path: string): string {
  return path.replace(/["']/g, '').replace(/^.*[/\\]/s, '');
}
