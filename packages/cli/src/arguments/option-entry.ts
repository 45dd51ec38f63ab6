/** One option of a command; parsing, help and completion are made from it. */
export interface OptionEntry {
  readonly type: 'boolean' | 'string' | 'number' | 'strings';
  readonly short?: string;
  /** What stands for the value in the help: `FILE`. */
  readonly value?: string;
  readonly description: string;
  readonly choices?: readonly string[];
  /** Sentence why it cannot be used yet. */
  readonly later?: string;
}

export type OptionTable = Readonly<Record<string, OptionEntry>>;

export interface CommandSpec {
  readonly name: string;
  readonly summary: string;
  /** What may stand behind the name: `[path…]`. */
  readonly operands: string;
  readonly options: OptionTable;
  readonly examples: readonly (readonly [command: string, meaning: string])[];
  /** Further lines of the help: exit codes, files. */
  readonly notes?: readonly string[];
}

export type OptionValues = Readonly<Record<string, boolean | string | number | readonly string[] | undefined>>;
