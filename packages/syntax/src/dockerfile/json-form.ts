import type { JsonString, LogicalText } from './tree.ts';

const QUOTE = 34;
const BACKSLASH = 92;

/** What `[…]` is: the strings of an array of strings, `mixed` for an array of something else too, undefined for no JSON array. */
export type JsonForm = readonly JsonString[] | 'mixed' | undefined;

/**
 * Reads `[from, to)` as the JSON (exec) form. What is no JSON is the shell form to BuildKit; an array that holds something other than
 * strings is an error.
 * Source: parseJSON in moby/buildkit frontend/dockerfile/parser/line_parsers.go.
 */
export function readJsonForm(logical: LogicalText, from: number, to: number): JsonForm {
  const { text } = logical;
  if (text[from] !== '[' || text[to - 1] !== ']') return undefined;
  const written = text.slice(from, to);
  const values = parseArray(written);
  if (!values) return undefined;
  if (!values.every((value) => typeof value === 'string')) return overflows(written) ? undefined : 'mixed';
  let at = from;
  return values.map((value) => {
    const start = text.indexOf('"', at);
    at = stringEnd(text, start);
    return { value: wellFormed(value), span: logical.span(start, at) };
  });
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

function stringEnd(text: string, start: number): number {
  let at = start + 1;
  for (let code = text.charCodeAt(at); code !== QUOTE; code = text.charCodeAt(at)) at += code === BACKSLASH ? 2 : 1;
  return at + 1;
}

/** Go has no halves of surrogate pairs: it reads them as U+FFFD. */
function wellFormed(value: string): string {
  return /\p{Surrogate}/u.test(value) ? value.replace(/\p{Surrogate}/gu, '\ufffd') : value;
}
