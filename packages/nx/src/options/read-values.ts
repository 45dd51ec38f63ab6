import type { OptionsOf } from '@dockwarden-internal/run/options/option-table';
import type { NxOptionEntry, NxOptionTable } from './option-table.ts';

export type ReadValues<Table extends NxOptionTable> =
  | { readonly values: OptionsOf<Table> }
  /** One sentence. */
  | { readonly fault: string };

/**
 * Reads what Nx hands to an executor. The schema lets every plain value pass, since in a batch Nx 22 to 24 answer a value against the
 * schema with a crash of the whole batch that names no option; here it becomes a sentence. Names of other options are left alone:
 * a run of several targets gives all options to all of them.
 */
export function readValues<const Table extends NxOptionTable>(
  table: Table,
  raw: Readonly<Record<string, unknown>>,
): ReadValues<Table> {
  const values: Record<string, unknown> = {};
  for (const [name, entry] of Object.entries(table)) {
    if (raw[name] === undefined) continue;
    const value = readers[entry.type](raw[name], entry);
    if (value === undefined || !isChoice(value, entry)) {
      return { fault: `${name} is ${JSON.stringify(raw[name])}; it has to be ${wanted(entry)}.` };
    }
    values[name] = value;
  }
  return { values: values as OptionsOf<Table> };
}

/** Of a list each item has to be one. */
function isChoice(value: unknown, { choices }: NxOptionEntry): boolean {
  return !choices || [value].flat().every((each) => choices.includes(each as string));
}

const readers: Readonly<Record<NxOptionEntry['type'], (value: unknown, entry: NxOptionEntry) => unknown>> = {
  boolean: (value) =>
    value === 'true' ? true : value === 'false' ? false : typeof value === 'boolean' ? value : undefined,
  number: (value) => {
    const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
    return typeof number === 'number' && Number.isInteger(number) && number >= 0 ? number : undefined;
  },
  string: (value) => (typeof value === 'string' || typeof value === 'number' ? String(value) : undefined),
  'string[]': (value, { whole }) => {
    const list = typeof value === 'string' ? (whole ? [value] : value.split(',')) : value;
    return Array.isArray(list) && list.every((item) => typeof item === 'string') ? list : undefined;
  },
};

/** What a value of the option has to be. */
export function wanted({ type, choices }: Pick<NxOptionEntry, 'type' | 'choices'>): string {
  if (choices) return choices.join(', ').replace(/, ([^,]*)$/, ' or $1');
  const words = {
    boolean: 'true or false',
    number: 'a whole number, 0 or more',
    string: 'a text',
    'string[]': 'a list of texts',
  };
  return words[type];
}
