import type { ShellCommand, ShellWord, Span } from '@dockwarden-internal/syntax';
import type { FlagReading } from './flag-reading.ts';
import { launchedWords } from './launched-words.ts';
import { BUILTIN_PROGRAMS, type Programs } from './programs/own-programs.ts';
import { type ArgumentsReading, readArguments } from './read-arguments.ts';
import { readFindWords } from './read-find.ts';
import { readSetWords } from './read-set.ts';
import { readTarWords } from './read-tar.ts';
import { MASK, maskExpansions } from './specs/mask.ts';

/** One command's words by their parts: what it is, what it is told to do, how, and to what. */
export interface CommandReading {
  /**
   * The program as it is called, without its folder: `apt-get`, `pip3`. For `python -m pip` and `corepack pnpm` the program so started.
   * Absent where a variable decides it, and for assignments alone.
   */
  readonly name?: string;
  /** The name that facts use for it: `pip` for `pip3.11`. */
  readonly program?: string;
  /** Where the name stands. */
  readonly nameSpan: Span;
  /** What it is told to do, for programs that are told so by a word, or two: `install`, `mod download`, `cache clean`. */
  readonly subcommand?: { readonly text: string; readonly span: Span };
  readonly flags: readonly FlagReading[];
  /** Operands alone: no options, no values of options, no subcommand. */
  readonly args: readonly ShellWord[];
  /** How many of `args` stand in front of a `--`. Absent without one. */
  readonly dashes?: number;
  /** Words in front of the subcommand that a variable decides: they can only be options. */
  readonly ahead?: readonly ShellWord[];
  /** What a launcher starts: `turbo prune` of `npx turbo prune`, `uv run`, `bundle exec`, `yarn workspace NAME`. */
  readonly launched?: CommandReading;
  readonly command: ShellCommand;
}

/** Launchers in launchers, as in `npx npx …`. */
const MAX_LAUNCHERS = 4;

/**
 * Reads a command by the table of its program. What it is read by first stays: a command belongs to one configuration. Pure, total: any command gives a reading, an unknown program one by the general rules.
 */
export function readCommand(command: ShellCommand, programs: Programs = BUILTIN_PROGRAMS): CommandReading {
  let reading = readings.get(command);
  if (!reading) {
    reading = readWords(command, command.words, programs, 0);
    readings.set(command, reading);
  }
  return reading;
}

/** Several facts ask for the same command's. */
const readings = new WeakMap<ShellCommand, CommandReading>();

function readWords(
  command: ShellCommand,
  words: readonly ShellWord[],
  programs: Programs,
  depth: number,
): CommandReading {
  const [first, ...rest] = words;
  const name = first && nameOf(first);
  if (!first || name === undefined) return { nameSpan: first?.span ?? command.span, flags: [], args: rest, command };
  const program = programs.canonical(name);
  const read = readByProgram(program, rest, programs);
  const launched = depth < MAX_LAUNCHERS ? launchedWords(program, words, read) : undefined;
  const inner = launched && readWords(command, launched.words, programs, depth + 1);
  if (inner && launched.instead) return inner;
  return { name, program, nameSpan: first.span, ...read, ...(inner ? { launched: inner } : {}), command };
}

function readByProgram(program: string, words: readonly ShellWord[], programs: Programs): ArgumentsReading {
  const table = programs.table(program);
  if (program === 'set') return readSetWords(words);
  if (program === 'tar' || program === 'bsdtar') return readTarWords(words, table!);
  if (program === 'find') return readFindWords(words, table!);
  return readArguments(words, table);
}

/** A variable in front of the last slash only says in which folder it lies: `$VENV/bin/pip`. */
function nameOf({ value, shown, glob, alternatives }: ShellWord): string | undefined {
  if (value !== undefined) return value === '' ? undefined : value.slice(value.lastIndexOf('/') + 1);
  if (glob || alternatives) return undefined;
  const masked = maskExpansions(shown);
  const slash = masked.lastIndexOf('/');
  const name = masked.slice(slash + 1);
  return slash < 0 || name === '' || name.includes(MASK) ? undefined : name;
}
