import { type Cursor, IDENTIFIER, placeFrom, skipBlanks, take } from './cursor.ts';
import { readHeredoc, readQuoted } from './text.ts';
import type { HclEntry, HclValue } from './tree.ts';

/** Lists and maps in one another. */
const DEEPEST = 60;

/**
 * The value of an attribute, of an item or of a key. What is no plain value (a call, a condition, arithmetic) is taken to its end and not read;
 * undefined where it has none.
 */
export function readValue(cursor: Cursor, depth = 0): HclValue | undefined {
  const start = cursor.at;
  const value = depth > DEEPEST ? undefined : readPlain(cursor, depth);
  if (value) {
    const end = cursor.at;
    skipBlanks(cursor, false);
    if (endsHere(cursor)) return value;
    cursor.at = end;
  }
  return skipExpression(cursor) && cursor.at > start ? { kind: 'unread', place: placeFrom(cursor, start) } : undefined;
}

function readPlain(cursor: Cursor, depth: number): HclValue | undefined {
  const start = cursor.at;
  const character = cursor.source.text[start];
  if (character === '"') return readQuoted(cursor);
  if (character === '<') return readHeredoc(cursor);
  if (character === '[') return readList(cursor, depth);
  if (character === '{') return readMap(cursor, depth);
  const number = take(cursor, /-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?/y);
  if (number !== undefined) return { kind: 'plain', value: Number(number), place: placeFrom(cursor, start) };
  const name = take(cursor, IDENTIFIER);
  if (name === undefined) return undefined;
  const place = placeFrom(cursor, start);
  if (name === 'true' || name === 'false') return { kind: 'plain', value: name === 'true', place };
  return name === 'null' ? { kind: 'plain', value: null, place } : { kind: 'name', name, place };
}

function readList(cursor: Cursor, depth: number): HclValue | undefined {
  const start = cursor.at++;
  const items: HclValue[] = [];
  for (;;) {
    skipBlanks(cursor, true);
    if (take(cursor, /\]/y)) return { kind: 'list', items, place: placeFrom(cursor, start) };
    const item = readValue(cursor, depth + 1);
    if (!item) return undefined;
    items.push(item);
    skipBlanks(cursor, true);
    if (!take(cursor, /,/y) && cursor.source.text[cursor.at] !== ']') return undefined;
  }
}

function readMap(cursor: Cursor, depth: number): HclValue | undefined {
  const start = cursor.at++;
  const entries: HclEntry[] = [];
  for (;;) {
    skipBlanks(cursor, true);
    if (take(cursor, /\}/y)) return { kind: 'map', entries, place: placeFrom(cursor, start) };
    const key = readKey(cursor);
    skipBlanks(cursor, false);
    if (key === undefined || !take(cursor, /[=:]/y)) return undefined;
    skipBlanks(cursor, true);
    const value = readValue(cursor, depth + 1);
    if (!value) return undefined;
    entries.push({ key, value });
    skipBlanks(cursor, false);
    take(cursor, /,/y);
  }
}

/** A key that is written out. */
function readKey(cursor: Cursor): string | undefined {
  if (cursor.source.text[cursor.at] !== '"') return take(cursor, IDENTIFIER);
  const quoted = readQuoted(cursor);
  if (quoted?.kind !== 'text' || quoted.parts.some((part) => typeof part !== 'string')) return undefined;
  return quoted.parts.join('');
}

function endsHere({ source, at }: Cursor): boolean {
  const character = source.text[at];
  return character === undefined || '\n,]}'.includes(character);
}

/** Past an expression: to the end of the line, or to the comma or bracket that ends it, brackets and texts within left whole. */
function skipExpression(cursor: Cursor): boolean {
  const { text } = cursor.source;
  let open = 0;
  while (cursor.at < text.length) {
    const character = text[cursor.at]!;
    if (open === 0 && endsHere(cursor)) return true;
    if (character === '"') {
      if (!readQuoted(cursor)) return false;
      continue;
    }
    if ('([{'.includes(character)) open++;
    else if (')]}'.includes(character) && --open < 0) return false;
    cursor.at++;
  }
  return open === 0;
}
