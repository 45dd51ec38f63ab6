/** One option, declared once: schema.json, the type and the help are made from it. */
export interface OptionEntry {
  readonly type: 'boolean' | 'string' | 'number' | 'string[]';
  readonly description: string;
  readonly default?: boolean | string | number;
  readonly choices?: readonly string[];
  /** Place among the arguments that have no name. */
  readonly position?: number;
  /** Where a form in an editor finds the choices. */
  readonly dropdown?: 'projects';
  /** Written by inference or by other generators, not by people. */
  readonly hidden?: true;
}

export type OptionTable = Readonly<Record<string, OptionEntry>>;

/** The options as an executor or generator gets them. */
export type OptionsOf<Table extends OptionTable> = { readonly [Name in keyof Table]?: ValueOf<Table[Name]> };

type ValueOf<Entry> = Entry extends { readonly choices: readonly (infer Choice)[] }
  ? Choice
  : Entry extends { readonly type: 'boolean' }
    ? boolean
    : Entry extends { readonly type: 'number' }
      ? number
      : Entry extends { readonly type: 'string[]' }
        ? readonly string[]
        : string;
