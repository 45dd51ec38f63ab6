import { inside, put, TomlCursor, TomlFault } from './toml-cursor.ts';
import type { TomlTable, TomlValue } from './toml-value.ts';

/** A manifest longer than this is not read. */
const LENGTH = 2_000_000;

/**
 * A TOML document, for the few keys of manifests that generators ask for; undefined where it is none. What is written is not judged beyond
 * its shape: numbers and dates stay text. Source: TOML 1.0.
 */
export function readToml(text: string): TomlTable | undefined {
  if (text.length > LENGTH) return undefined;
  try {
    return document(new TomlCursor(text.replace(/^\uFEFF/, '')));
  } catch (fault) {
    if (fault instanceof TomlFault) return undefined;
    throw fault;
  }
}

function document(cursor: TomlCursor): TomlTable {
  const root: Record<string, TomlValue> = Object.create(null);
  let table = root;
  for (cursor.skip(); cursor.at < cursor.text.length; cursor.skip()) {
    const open = cursor.take(/\[\[?/y);
    if (open === undefined) {
      const key = cursor.key();
      cursor.expect(/=[ \t]*/y);
      put(table, key, cursor.value());
    } else {
      const path = cursor.key();
      cursor.expect(open === '[' ? /\]/y : /\]\]/y);
      table = open === '[' ? path.reduce(inside, root) : appended(root, path);
    }
    cursor.expect(/[ \t]*(?:#[^\n]*)?(?:\r?\n|$)/y);
  }
  return root;
}

function appended(root: Record<string, TomlValue>, path: readonly string[]): Record<string, TomlValue> {
  const parent = path.slice(0, -1).reduce(inside, root);
  const made: Record<string, TomlValue> = Object.create(null);
  const list = parent[path.at(-1)!] ?? [];
  if (!Array.isArray(list)) throw new TomlFault();
  parent[path.at(-1)!] = [...list, made];
  return made;
}
