import { type Cursor, IDENTIFIER, placeFrom, take } from './cursor.ts';
import type { HclValue } from './tree.ts';

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
  '"': '"',
  '\\': '\\',
  '/': '/',
};

/** A quoted text, the cursor on its first quote; undefined where it does not end on its line. JSON's escapes are taken too. */
export function readQuoted(cursor: Cursor): HclValue | undefined {
  const start = cursor.at++;
  const parts: (string | HclValue)[] = [];
  let plain = '';
  const { text } = cursor.source;
  for (;;) {
    const character = text[cursor.at];
    if (character === undefined || character === '\n') return undefined;
    if (character === '"') {
      cursor.at++;
      if (plain !== '') parts.push(plain);
      return { kind: 'text', parts, place: placeFrom(cursor, start) };
    }
    if (character === '\\') plain += readEscape(cursor);
    else if (/^(?:\$\$|%%)\{/.test(text.slice(cursor.at, cursor.at + 3))) {
      plain += `${character}{`;
      cursor.at += 3;
    } else if ((character === '$' || character === '%') && text[cursor.at + 1] === '{') {
      if (plain !== '') parts.push(plain);
      plain = '';
      const inner = readInterpolation(cursor);
      if (!inner) return undefined;
      parts.push(inner);
    } else {
      plain += character;
      cursor.at++;
    }
  }
}

function readEscape(cursor: Cursor): string {
  const { text } = cursor.source;
  const letter = text[cursor.at + 1] ?? '';
  const unicode = /\\u([0-9a-fA-F]{4})|\\U([0-9a-fA-F]{8})/y;
  unicode.lastIndex = cursor.at;
  const code = unicode.exec(text);
  const point = code && Number.parseInt(code[1] ?? code[2]!, 16);
  if (code && point! <= 0x10ffff) {
    cursor.at += code[0].length;
    return String.fromCodePoint(point!);
  }
  // At the end of the text, or of the line, there is nothing to escape: the text is not closed.
  cursor.at += letter === '' || letter === '\n' ? 1 : 2;
  return ESCAPES[letter] ?? letter;
}

/** `${NAME}` as a name; any other expression, and `%{…}`, is not read. */
function readInterpolation(cursor: Cursor): HclValue | undefined {
  const start = cursor.at;
  const directive = cursor.source.text[cursor.at] === '%';
  cursor.at += 2;
  take(cursor, /[ \t]*/y);
  const name = take(cursor, IDENTIFIER);
  take(cursor, /[ \t]*/y);
  if (!directive && name !== undefined && cursor.source.text[cursor.at] === '}') {
    cursor.at++;
    return { kind: 'name', name, place: placeFrom(cursor, start) };
  }
  return skipBraces(cursor) ? { kind: 'unread', place: placeFrom(cursor, start) } : undefined;
}

/** Past the brace that closes one which is open here; texts within may hold braces of their own. */
function skipBraces(cursor: Cursor): boolean {
  const { text } = cursor.source;
  for (let depth = 1; cursor.at < text.length; cursor.at++) {
    const character = text[cursor.at];
    if (character === '\n') return false;
    if (character === '\\' && cursor.at + 1 < text.length) cursor.at++;
    else if (character === '"') {
      const inner = /"(?:[^"\\\n]|\\.)*"/y;
      inner.lastIndex = cursor.at;
      const found = inner.exec(text);
      if (!found) return false;
      cursor.at += found[0].length - 1;
    } else if (character === '{') depth++;
    else if (character === '}' && --depth === 0) {
      cursor.at++;
      return true;
    }
  }
  return false;
}

/** `<<EOT` to its end, the text in between as it stands; with variables in it, it is not read. */
export function readHeredoc(cursor: Cursor): HclValue | undefined {
  const start = cursor.at;
  const { text } = cursor.source;
  const opening = take(cursor, /<<-?[\p{L}_][\p{L}\p{N}_-]*[ \t\r]*\n/uy);
  if (opening === undefined) return undefined;
  const name = opening.replace(/^<<-?|\s+$/g, '');
  const lines: string[] = [];
  while (cursor.at < text.length) {
    const end = text.indexOf('\n', cursor.at);
    const line = text.slice(cursor.at, end < 0 ? text.length : end);
    cursor.at = end < 0 ? text.length : end + 1;
    if (line.trim() === name) {
      // The end of the last line ends the attribute, too.
      if (end >= 0) cursor.at--;
      const body = lines.join('');
      const place = placeFrom(cursor, start);
      const indent = opening.startsWith('<<-') ? commonIndent(lines) : 0;
      if (/[$%]\{/.test(body)) return { kind: 'unread', place };
      return { kind: 'text', parts: [lines.map((each) => each.slice(indent)).join('')], place };
    }
    lines.push(`${line}\n`);
  }
  return undefined;
}

function commonIndent(lines: readonly string[]): number {
  const indents = lines.filter((line) => line.trim() !== '').map((line) => /^[ \t]*/.exec(line)![0].length);
  return indents.reduce((least, each) => Math.min(least, each), Number.POSITIVE_INFINITY);
}
