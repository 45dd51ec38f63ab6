/** A value of a TOML document: strings as meant; numbers, booleans and dates as written. */
export type TomlValue = string | readonly TomlValue[] | TomlTable;

export interface TomlTable {
  readonly [key: string]: TomlValue;
}

export function tableAt(table: TomlTable | undefined, ...path: readonly string[]): TomlTable | undefined {
  const value = valueAt(table, path);
  return value !== undefined && typeof value !== 'string' && !Array.isArray(value) ? (value as TomlTable) : undefined;
}

export function textAt(table: TomlTable | undefined, ...path: readonly string[]): string | undefined {
  const value = valueAt(table, path);
  return typeof value === 'string' ? value : undefined;
}

/** The strings of a list; none where there is no list. */
export function textsAt(table: TomlTable | undefined, ...path: readonly string[]): string[] {
  const value = valueAt(table, path);
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

/** The tables of a list: `[[bin]]`. */
export function tablesAt(table: TomlTable | undefined, ...path: readonly string[]): TomlTable[] {
  const value = valueAt(table, path);
  return Array.isArray(value) ? value.filter((item) => typeof item !== 'string' && !Array.isArray(item)) : [];
}

function valueAt(table: TomlTable | undefined, path: readonly string[]): TomlValue | undefined {
  let value: TomlValue | undefined = table;
  for (const key of path) {
    if (value === undefined || typeof value === 'string' || Array.isArray(value)) return undefined;
    const inner: TomlTable = value as TomlTable;
    value = Object.hasOwn(inner, key) ? inner[key] : undefined;
  }
  return value;
}
