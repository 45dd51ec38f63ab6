import { MAX_BRACE_WORDS } from './limits.ts';

type BracePart = { readonly text: string } | { readonly braces: string };

/**
 * The words that brace expansion makes: `a{b,c}` gives `ab` and `ac`, `{1..3}` three. Undefined where there would be too many, or where
 * a brace holds quotes, variables or further braces of a kind that is not read.
 * Source: Bash reference manual, "Brace Expansion".
 */
export function expandBraces(parts: readonly BracePart[]): string[] | undefined {
  let words = [''];
  for (const part of parts) {
    const choices = 'text' in part ? [part.text] : choicesOf(part.braces, 0);
    if (!choices || words.length * choices.length > MAX_BRACE_WORDS) return undefined;
    words = words.flatMap((word) => choices.map((choice) => word + choice));
  }
  return words;
}

function choicesOf(braces: string, depth: number): string[] | undefined {
  if (depth > 4 || /['"\\$`]/.test(braces)) return undefined;
  const inner = braces.slice(1, -1);
  const range = /^(?:(-?\d{1,6})\.\.(-?\d{1,6})|([A-Za-z])\.\.([A-Za-z]))$/.exec(inner);
  if (range) return range[1] ? numbers(range[1], range[2]!) : letters(range[3]!, range[4]!);
  const items = splitAtCommas(inner);
  if (!items || items.length < 2) return undefined;
  const words: string[] = [];
  for (const item of items) {
    const made = nested(item, depth);
    if (!made || words.length + made.length > MAX_BRACE_WORDS) return undefined;
    words.push(...made);
  }
  return words;
}

function nested(item: string, depth: number): string[] | undefined {
  const open = item.indexOf('{');
  if (open < 0) return item.includes('}') ? undefined : [item];
  const close = matching(item, open);
  if (close < 0) return undefined;
  const middle = choicesOf(item.slice(open, close + 1), depth + 1);
  const rest = middle && nested(item.slice(close + 1), depth + 1);
  if (!middle || !rest || middle.length * rest.length > MAX_BRACE_WORDS) return undefined;
  return middle.flatMap((choice) => rest.map((tail) => item.slice(0, open) + choice + tail));
}

function matching(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    if (text[at] === '{') depth++;
    else if (text[at] === '}' && --depth === 0) return at;
  }
  return -1;
}

function splitAtCommas(text: string): string[] | undefined {
  const items: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '{') depth++;
    else if (text[at] === '}') depth--;
    else if (text[at] === ',' && depth === 0) {
      items.push(text.slice(from, at));
      from = at + 1;
    }
    if (depth < 0) return undefined;
  }
  return depth === 0 ? [...items, text.slice(from)] : undefined;
}

function numbers(from: string, to: string): string[] | undefined {
  const width = [from, to].some((end) => /^-?0\d/.test(end)) ? Math.max(from.length, to.length) : 0;
  return series(Number(from), Number(to), (value) => String(value).padStart(width, '0'));
}

function letters(from: string, to: string): string[] | undefined {
  return series(from.charCodeAt(0), to.charCodeAt(0), (code) => String.fromCharCode(code));
}

function series(from: number, to: number, show: (value: number) => string): string[] | undefined {
  const count = Math.abs(to - from) + 1;
  if (count > MAX_BRACE_WORDS) return undefined;
  const step = to < from ? -1 : 1;
  return Array.from({ length: count }, (_, index) => show(from + index * step));
}
