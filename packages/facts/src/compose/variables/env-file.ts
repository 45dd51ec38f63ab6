import { lineBreakAfter } from '@dockwarden-internal/syntax';
import { expand } from './expand.ts';

/** A value that cannot be told because it names a variable without one. */
type Value = string | undefined;

/**
 * Reads a `.env` file. `lookup` answers what is set outside of it, which wins within values.
 * A variable whose value needs another one that is not set is left out: it is set, but to what is not known.
 * A line that cannot be read ends the reading, as it does for Compose, which then refuses the file.
 * Source: Compose documentation, ".env file syntax"; compose-go dotenv.
 */
export function readEnvFile(text: string, lookup: (name: string) => string | undefined): Map<string, string> {
  const values = new Map<string, Value>();
  const get = (name: string) => lookup(name) ?? values.get(name);
  let at = text.startsWith('\ufeff') ? 1 : 0;
  for (;;) {
    at = skipBlank(text, at);
    if (at >= text.length) break;
    const name = readName(text, at);
    if (!name) break;
    if (name.inherited) {
      const value = lookup(name.name);
      if (value !== undefined) values.set(name.name, value);
      at = name.end;
      continue;
    }
    const value = readValue(text, name.end);
    if (!value) break;
    values.set(name.name, value.literal ? value.text : expandValue(value.text, get));
    at = value.end;
  }
  return new Map([...values].filter((entry): entry is [string, string] => entry[1] !== undefined));
}

function expandValue(text: string, get: (name: string) => string | undefined): Value {
  const expanded = expand(text, { get, unset: 'keep' });
  return expanded.holes.length > 0 ? undefined : expanded.text;
}

function skipBlank(text: string, from: number): number {
  let at = from;
  for (;;) {
    while (at < text.length && /\s/.test(text[at]!)) at++;
    if (text[at] !== '#') return at;
    at = lineBreakAfter(text, at);
  }
}

/** `NAME=`, `NAME:`, `export NAME=`, or `NAME` alone on its line, which takes the value from outside. */
function readName(text: string, at: number): { name: string; end: number; inherited: boolean } | undefined {
  const pattern = /(?:export[ \t]+)?([\p{L}\p{N}_.[\]-]+)[ \t\v\f\r\u0085\u00a0]*([=:\n]|$)[ \t\v\f\r\u0085\u00a0]*/uy;
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  if (!match) return undefined;
  return { name: match[1]!, end: pattern.lastIndex, inherited: match[2] === '\n' || match[2] === '' };
}

function readValue(text: string, at: number): { text: string; end: number; literal: boolean } | undefined {
  const quote = text[at];
  if (quote === '"' || quote === "'") return readQuoted(text, at, quote);
  const end = lineBreakAfter(text, at);
  const comment = text.slice(at, end).indexOf(' #');
  const value = comment < 0 ? text.slice(at, end) : text.slice(at, at + comment);
  return { text: value.replace(/(?:(?!\ufeff)[\s\u0085])+$/, ''), end, literal: false };
}

/** In quotes a backslash escapes the quote; in double quotes the usual escapes are read as well. */
function readQuoted(text: string, at: number, quote: '"' | "'") {
  const parts: string[] = [];
  for (let to = at + 1; to < text.length; to++) {
    if (text[to] === '\\' && text[to + 1] === quote) parts.push(text[++to]!);
    else if (text[to] === '\\') parts.push('\\', text[++to] ?? '');
    else if (text[to] !== quote) parts.push(text[to]!);
    else {
      const value = parts.join('');
      return { text: quote === '"' ? unescapeDouble(value) : value, end: to + 1, literal: quote === "'" };
    }
  }
  return undefined;
}

const ESCAPES: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
  '"': '"',
  $: '$$',
};

function unescapeDouble(value: string): string {
  return value.replace(/\\(?:([abfnrtv$"\\])|0([0-7]{3}))/g, (_, letter: string | undefined, octal: string) =>
    letter === undefined ? String.fromCharCode(Number.parseInt(octal, 8) & 0xff) : ESCAPES[letter]!,
  );
}
