import type { Language } from './language.ts';
import { literalAt } from './literal-end.ts';
import type { Token } from './token.ts';

const WORD = /[\p{L}\p{Nl}\p{Nd}_$@]+/uy;
const PATTERN = /^\/(?![*/])(?:[^\\/[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/;
/** A longer one is taken for divisions: no text may cost the square of its length. */
const LONGEST_PATTERN = 300;
/** Behind these words a value begins. */
const BEFORE_VALUE = new Set([
  'return',
  'typeof',
  'case',
  'in',
  'of',
  'do',
  'else',
  'void',
  'delete',
  'await',
  'yield',
]);

/** The tokens of a program, in one pass. It is no parser: a text that is none gives tokens, too. */
export function tokenize(text: string, language: Language): Token[] {
  const tokens: Token[] = [];
  let depth = 0;
  let first = true;
  const add = (kind: Token['kind'], start: number, end: number, content = text.slice(start, end)) => {
    tokens.push({ kind, text: content, start, end, first, depth });
    first = false;
  };
  for (let at = 0; at < text.length; ) {
    const sign = text[at]!;
    if (sign === '\n') first = true;
    if (sign === '\\' && /^\r?\n/.test(text.slice(at + 1, at + 3))) {
      at = text.indexOf('\n', at) + 1;
      continue;
    }
    if (/\s|\uFEFF/.test(sign)) {
      at++;
      continue;
    }
    if (text.startsWith(language.lineComment, at)) {
      at = endOr(text, text.indexOf('\n', at));
      continue;
    }
    if (language.blockComments && text.startsWith('/*', at)) {
      const end = text.indexOf('*/', at + 2);
      const next = end < 0 ? text.length : end + 2;
      first ||= text.slice(at, next).includes('\n');
      at = next;
      continue;
    }
    const literal = literalAt(text, at, language);
    if (literal) {
      const { end, quote } = literal;
      add('string', at, end, text.slice(at + quote, Math.max(at + quote, end - quote)));
      at = end;
      continue;
    }
    const pattern = language.templates && sign === '/' && valueMayBegin(tokens.at(-1)) ? patternLength(text, at) : 0;
    const word = pattern === 0 ? wordLength(text, at) : 0;
    const length = pattern || word || 1;
    if (')]}'.includes(sign)) depth = Math.max(0, depth - 1);
    add(pattern ? 'string' : word ? 'word' : 'sign', at, at + length);
    if ('([{'.includes(sign)) depth++;
    at += length;
  }
  return tokens;
}

function wordLength(text: string, at: number): number {
  WORD.lastIndex = at;
  return WORD.exec(text)?.[0].length ?? 0;
}

function patternLength(text: string, at: number): number {
  return PATTERN.exec(text.slice(at, at + LONGEST_PATTERN))?.[0].length ?? 0;
}

function valueMayBegin(before: Token | undefined): boolean {
  if (!before) return true;
  if (before.kind === 'word') return BEFORE_VALUE.has(before.text);
  return before.kind === 'sign' && !')]}'.includes(before.text);
}

function endOr(text: string, at: number): number {
  return at < 0 ? text.length : at;
}
