import { readEscape } from './escape.ts';
import { complement } from './expression.ts';
import type { CharacterTest, UnicodeProperty } from './glob.ts';
import { readProperty } from './unicode-property.ts';

interface Found {
  readonly test: CharacterTest;
  readonly end: number;
}

/** `[…]`; undefined where Go refuses it. Source: Go regexp/syntax, parser.parseClass with Perl flags. */
export function readClass(text: string, start: number): Found | undefined {
  let at = start + 1;
  const negated = text[at] === '^';
  if (negated) at++;
  const ranges: number[] = [];
  const properties: UnicodeProperty[] = [];
  for (let first = true; first || text[at] !== ']'; first = false) {
    const set = readNamed(text, at) ?? readClassEscape(text, at);
    if (set === 'refused') return undefined;
    if (set) {
      ranges.push(...(set.test.negated && !set.test.properties ? complement(set.test.ranges) : set.test.ranges));
      properties.push(...(set.test.properties ?? []));
      at = set.end;
      continue;
    }
    const low = readCharacter(text, at);
    if (!low) return undefined;
    at = low.end;
    let high = low.code;
    if (text[at] === '-' && at + 1 < text.length && text[at + 1] !== ']') {
      const last = readCharacter(text, at + 1);
      if (!last || last.code < low.code) return undefined;
      high = last.code;
      at = last.end;
    }
    ranges.push(low.code, high);
  }
  return { test: { ranges, negated, ...(properties.length > 0 && { properties }) }, end: at + 1 };
}

const DIGIT = [0x30, 0x39];
const UPPER = [0x41, 0x5a];
const LOWER = [0x61, 0x7a];
const WORD = [...DIGIT, ...UPPER, 0x5f, 0x5f, ...LOWER];
const PERL: Record<string, readonly number[]> = { d: DIGIT, s: [0x09, 0x0a, 0x0c, 0x0d, 0x20, 0x20], w: WORD };

/** `\d`, `\S`, `\pL`: a set by one letter or by a Unicode property; undefined where the escape is none of these. */
export function readClassEscape(text: string, at: number): Found | 'refused' | undefined {
  if (text[at] !== '\\') return undefined;
  const letter = text[at + 1] ?? '';
  if (letter === 'p' || letter === 'P') {
    const found = readProperty(text, at);
    return found ? { test: { ranges: [], properties: [found.property], negated: false }, end: found.end } : 'refused';
  }
  const ranges = PERL[letter.toLowerCase()];
  return ranges && { test: { ranges, negated: letter < 'a' }, end: at + 2 };
}

const NAMED: Record<string, readonly number[]> = {
  alnum: [...DIGIT, ...UPPER, ...LOWER],
  alpha: [...UPPER, ...LOWER],
  ascii: [0x00, 0x7f],
  blank: [0x09, 0x09, 0x20, 0x20],
  cntrl: [0x00, 0x1f, 0x7f, 0x7f],
  digit: DIGIT,
  graph: [0x21, 0x7e],
  lower: LOWER,
  print: [0x20, 0x7e],
  punct: [0x21, 0x2f, 0x3a, 0x40, 0x5b, 0x60, 0x7b, 0x7e],
  space: [0x09, 0x0d, 0x20, 0x20],
  upper: UPPER,
  word: WORD,
  xdigit: [...DIGIT, 0x41, 0x46, 0x61, 0x66],
};

/** `[:alpha:]` and `[:^alpha:]` within a class. */
function readNamed(text: string, at: number): Found | 'refused' | undefined {
  if (!text.startsWith('[:', at)) return undefined;
  const close = text.indexOf(':]', at + 2);
  if (close < 0) return undefined;
  const negated = text[at + 2] === '^';
  const name = text.slice(at + (negated ? 3 : 2), close);
  const ranges = Object.hasOwn(NAMED, name) ? NAMED[name] : undefined;
  return ranges ? { test: { ranges, negated }, end: close + 2 } : 'refused';
}

function readCharacter(text: string, at: number): { code: number; end: number } | undefined {
  if (text[at] === '\\') return readEscape(text, at);
  const code = text.codePointAt(at);
  return code === undefined ? undefined : { code, end: at + (code > 0xffff ? 2 : 1) };
}
