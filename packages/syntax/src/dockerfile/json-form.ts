import type { JsonString, LogicalText } from './tree.ts';

const QUOTE = 34;
const BACKSLASH = 92;
const BETWEEN: ReadonlySet<string> = new Set([' ', '\t', '\r', '\n', ',']);

/** The elements of an array, and whether all of them are strings. */
export interface JsonForm {
  readonly elements: readonly JsonString[];
  readonly ofStrings: boolean;
}

/**
 * Reads `[from, to)` as the JSON (exec) form. What is no JSON is the shell form to BuildKit, and undefined here; an array that holds
 * something other than strings is an error, and is read as if that stood in quotes.
 * Source: parseJSON in moby/buildkit frontend/dockerfile/parser/line_parsers.go.
 */
export function readJsonForm(logical: LogicalText, from: number, to: number): JsonForm | undefined {
  const { text } = logical;
  if (text[from] !== '[' || text[to - 1] !== ']') return undefined;
  const written = text.slice(from, to);
  const values = parseArray(written);
  if (!values) return undefined;
  const ofStrings = values.every((value) => typeof value === 'string');
  if (!ofStrings && overflows(written)) return undefined;
  let at = from + 1;
  const elements = values.map((value) => {
    const start = skipBetween(text, at);
    at = elementEnd(text, start, to - 1);
    const string = typeof value === 'string' ? wellFormed(value) : text.slice(start, at);
    return { value: string, span: logical.span(start, at) };
  });
  return { elements, ofStrings };
}

function parseArray(written: string): unknown[] | undefined {
  try {
    return JSON.parse(written) as unknown[];
  } catch {
    return undefined;
  }
}

/** Go refuses a number beyond its range and nesting without end, which then make no JSON at all. */
function overflows(written: string): boolean {
  let found = false;
  try {
    JSON.parse(written, (_, value) => {
      if (typeof value === 'number' && !Number.isFinite(value)) found = true;
      return value;
    });
  } catch {
    return true;
  }
  return found;
}

function skipBetween(text: string, from: number): number {
  let at = from;
  while (BETWEEN.has(text[at]!)) at++;
  return at;
}

/** The end of the element that starts there, in what is known to be JSON. */
function elementEnd(text: string, start: number, to: number): number {
  let at = start;
  for (let depth = 0; at < to; ) {
    const char = text[at]!;
    if (depth === 0 && BETWEEN.has(char)) break;
    if (char === '[' || char === '{') depth++;
    if (char === ']' || char === '}') depth--;
    at = char === '"' ? stringEnd(text, at) : at + 1;
  }
  return at;
}

function stringEnd(text: string, start: number): number {
  let at = start + 1;
  for (let code = text.charCodeAt(at); code !== QUOTE; code = text.charCodeAt(at)) at += code === BACKSLASH ? 2 : 1;
  return at + 1;
}

/** Go has no halves of surrogate pairs: it reads them as U+FFFD. */
function wellFormed(value: string): string {
  return /\p{Surrogate}/u.test(value) ? value.replace(/\p{Surrogate}/gu, '\ufffd') : value;
}
