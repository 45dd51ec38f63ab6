import { isMap } from '@dockwarden-internal/syntax';
import { jsonValue } from './read-json.ts';

type Fields = Readonly<Record<string, unknown>>;

/** What a JSON text with comments says, as far as it can be read. */
export function fieldsOf(text: string | undefined): Fields {
  return asFields(jsonValue(text));
}

/** An object as it is; nothing for anything else. */
export function asFields(value: unknown): Fields {
  return isMap(value) ? value : {};
}

/** The first of these keys that holds something else than an object, where one is to be edited; undefined where all can be. */
export function unfitKey(fields: Fields, keys: readonly string[]): string | undefined {
  return keys.find((key) => fields[key] !== undefined && !isMap(fields[key]));
}
