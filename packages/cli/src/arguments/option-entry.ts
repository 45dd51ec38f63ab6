import type { OptionEntry } from '@dockwarden-internal/run/options/option-table';

/** One option of a command, by its name without dashes before it. */
export interface FlagEntry extends Omit<OptionEntry, 'default'> {
  readonly short?: string;
  /** Sentence why it cannot be used yet. */
  readonly later?: string;
}

export type FlagTable = Readonly<Record<string, FlagEntry>>;

export interface CommandSpec {
  readonly name: string;
  readonly summary: string;
  /** What may stand behind the name: `[path…]`. */
  readonly operands: string;
  /** What to ask where nothing may stand there and something does, in place of the help. */
  readonly instead?: string;
  readonly options: FlagTable;
  readonly examples: readonly (readonly [command: string, meaning: string])[];
  /** Further lines of the help: exit codes, files. */
  readonly notes?: readonly string[];
}

export type OptionValues = Readonly<Record<string, boolean | string | number | readonly string[] | undefined>>;

/** The words of which one is the operand, of a command that says so: `bash|zsh|fish`. */
export function choicesOfOperands({ operands }: CommandSpec): readonly string[] {
  return /^[a-z-]+(\|[a-z-]+)+$/.test(operands) ? operands.split('|') : [];
}
