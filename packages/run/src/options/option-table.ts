/** One option, declared once: parsing, help, completion, schema.json and types are made from it. */
export interface OptionEntry {
  readonly type: 'boolean' | 'string' | 'number' | 'string[]';
  /** What stands for the value in the help: `FILE`. */
  readonly value?: string;
  /** A sentence; of a boolean that is true by default it says what its negation (`--no-…`) does. */
  readonly description: string;
  readonly default?: boolean | string | number;
  readonly choices?: readonly string[];
  /** Words that completion proposes where others may stand, too. */
  readonly proposals?: readonly string[];
  /** Of a list: a value has commas of its own, so that one text is one value. */
  readonly whole?: true;
}

export type OptionTable = Readonly<Record<string, OptionEntry>>;

/** The values of a table's options, those that were given. */
export type OptionsOf<Table extends OptionTable> = { readonly [Name in keyof Table]?: ValueOf<Table[Name]> };

type ValueOf<Entry> = Entry extends { readonly choices: readonly (infer Choice)[]; readonly type: infer Type }
  ? Type extends 'string[]'
    ? readonly Choice[]
    : Choice
  : Entry extends { readonly type: 'boolean' }
    ? boolean
    : Entry extends { readonly type: 'number' }
      ? number
      : Entry extends { readonly type: 'string[]' }
        ? readonly string[]
        : string;
