import { readClass, readClassEscape } from './character-class.ts';
import { readEscape } from './escape.ts';
import { literal, NOT_NEWLINE, SLASH } from './expression.ts';
import type { Assertion, Atom, Expression, Part } from './glob.ts';

/**
 * Reads what compileGlob writes as Go's regexp does; undefined where Go refuses it.
 * Source: Go regexp/syntax with Perl flags, as far as patterns can reach it: a user's parentheses are always escaped or in a class.
 */
export function parseExpression(text: string): Expression | undefined {
  const alternatives: Part[][] = [[]];
  let parts = alternatives[0]!;
  let repeatEnd = -1;
  let at = 0;
  while (at < text.length) {
    if (text[at] === '|') {
      parts = [];
      alternatives.push(parts);
      at++;
      continue;
    }
    const repeat = readRepeat(text, at);
    if (repeat) {
      const last = parts.pop();
      if (!last || repeatEnd === at || !repeat.allowed) return undefined;
      parts.push({ atom: last.atom, min: repeat.min, max: repeat.max });
      at = repeat.end;
      repeatEnd = at;
      continue;
    }
    const found = readAtoms(text, at);
    if (!found) return undefined;
    for (const atom of found.atoms) parts.push({ atom, min: 1, max: 1 });
    at = found.end;
  }
  return alternatives;
}

interface Repeat {
  readonly min: number;
  readonly max: number;
  readonly end: number;
  readonly allowed: boolean;
}

const COUNTED = /\{(0|[1-9]\d*)(,(0|[1-9]\d*)?)?\}/y;
/** Go's own limit. */
const MAX_REPEAT = 1000;

function readRepeat(text: string, at: number): Repeat | undefined {
  if (text[at] === '*') return { min: 0, max: Infinity, end: at + 1, allowed: true };
  if (text[at] === '?') return { min: 0, max: 1, end: at + 1, allowed: true };
  if (text[at] !== '{') return undefined;
  COUNTED.lastIndex = at;
  const found = COUNTED.exec(text);
  if (!found) return undefined;
  const min = Number(found[1]);
  const max = found[2] === undefined ? min : found[3] === undefined ? Infinity : Number(found[3]);
  const allowed = min <= MAX_REPEAT && (max === Infinity || (max <= MAX_REPEAT && min <= max));
  return { min, max, end: at + found[0].length, allowed };
}

/** What `**` becomes, but for the `?` behind it. */
const FOLDERS = '(.*/)';
const FOLDER_GROUP: Atom = {
  kind: 'group',
  parts: [
    { atom: { kind: 'character', test: NOT_NEWLINE }, min: 0, max: Infinity },
    { atom: { kind: 'character', test: literal(SLASH) }, min: 1, max: 1 },
  ],
};

const ASSERTIONS: Record<string, Assertion> = {
  '\\A': 'begin',
  '\\z': 'end',
  '\\b': 'word-boundary',
  '\\B': 'no-word-boundary',
};

function readAtoms(text: string, at: number): { atoms: Atom[]; end: number } | undefined {
  const c = text[at]!;
  if (text.startsWith(FOLDERS, at)) return { atoms: [FOLDER_GROUP], end: at + FOLDERS.length };
  if (c === '^' || c === '$') return { atoms: [assertion(c === '^' ? 'begin' : 'end')], end: at + 1 };
  if (c === '.') return { atoms: [{ kind: 'character', test: NOT_NEWLINE }], end: at + 1 };
  if (c === '[') {
    const found = readClass(text, at);
    return found && { atoms: [{ kind: 'character', test: found.test }], end: found.end };
  }
  if (c !== '\\') return characters(text, at, at + (text.codePointAt(at)! > 0xffff ? 2 : 1));
  const named = ASSERTIONS[text.slice(at, at + 2)];
  if (named) return { atoms: [assertion(named)], end: at + 2 };
  if (text[at + 1] === 'Q') {
    const close = text.indexOf('\\E', at + 2);
    const quoted = characters(text, at + 2, close < 0 ? text.length : close);
    return { ...quoted, end: close < 0 ? text.length : close + 2 };
  }
  const found = readClassEscape(text, at);
  if (found === 'refused') return undefined;
  if (found) return { atoms: [{ kind: 'character', test: found.test }], end: found.end };
  const escaped = readEscape(text, at);
  return escaped && { atoms: [{ kind: 'character', test: literal(escaped.code) }], end: escaped.end };
}

function assertion(name: Assertion): Atom {
  return { kind: 'assertion', assertion: name };
}

function characters(text: string, start: number, end: number): { atoms: Atom[]; end: number } {
  const atoms: Atom[] = [];
  for (const c of text.slice(start, end)) atoms.push({ kind: 'character', test: literal(c.codePointAt(0)!) });
  return { atoms, end };
}
