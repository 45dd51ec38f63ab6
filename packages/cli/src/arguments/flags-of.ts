import type { OptionEntry, OptionsOf, OptionTable } from '@dockwarden-internal/run/options/option-table';
import type { FlagEntry, FlagTable, OptionValues } from './option-entry.ts';

/** Options as the command line has them: `dryRun` is `--dry-run`, and `cache`, which is true by default, is `--no-cache`. */
export function flagsOf(table: OptionTable): FlagTable {
  return Object.fromEntries(Object.entries(table).map(([name, entry]) => [flagName(name, entry), flag(entry)]));
}

/** The values that were given, by the names of the table that the flags were made of. */
export function valuesOf<const Table extends OptionTable>(table: Table, given: OptionValues): OptionsOf<Table> {
  const values = Object.entries(table).flatMap(([name, entry]) => {
    const value = given[flagName(name, entry)];
    return value === undefined ? [] : [[name, isNegated(entry) ? !value : value]];
  });
  return Object.fromEntries(values) as OptionsOf<Table>;
}

function flagName(name: string, entry: OptionEntry): string {
  const dashed = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return isNegated(entry) ? `no-${dashed}` : dashed;
}

function flag({ default: standard, description, ...entry }: OptionEntry): FlagEntry {
  const hint = typeof standard === 'string' || typeof standard === 'number' ? ` (default: ${standard}).` : '.';
  return { ...entry, description: description.replace(/\.$/, hint) };
}

function isNegated(entry: OptionEntry): boolean {
  return entry.type === 'boolean' && entry.default === true;
}
