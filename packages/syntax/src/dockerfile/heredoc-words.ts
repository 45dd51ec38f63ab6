import { isSpace } from './blank.ts';
import { lex } from './shell-lexer.ts';

/** What `<<NAME` announces. */
export interface HeredocWord {
  readonly name: string;
  readonly expand: boolean;
  readonly chomp: boolean;
  readonly fd: number;
}

const LEXING = { escapeChar: '\\', lookup: () => undefined, keepUnset: true };

/**
 * The heredocs that a logical line announces. A line that the lexer cannot read, for an open quote or brace, announces none.
 * Source: heredocsFromLine in moby/buildkit frontend/dockerfile/parser/parser.go.
 */
export function heredocWords(line: string): readonly HeredocWord[] {
  const { words } = lex(line, { ...LEXING, rawQuotes: true, rawEscapes: true });
  return words.map(heredocWord).filter((word) => word !== undefined);
}

/** A word as a heredoc; undefined where it is none. */
export function heredocWord(word: string): HeredocWord | undefined {
  const parts = splitWord(word);
  if (!parts) return undefined;
  const [name, ...rest] = lex(parts.name, LEXING).words;
  if (name === undefined || rest.length > 0) return undefined;
  const written = lex(parts.name, { ...LEXING, rawQuotes: true }).words.join(' ');
  return { name, expand: quotes(name) === quotes(written), chomp: parts.chomp, fd: parts.fd };
}

/** `^(\d*)<<(-?)\s*([^<]*)$`, in linear time. */
function splitWord(word: string): { fd: number; chomp: boolean; name: string } | undefined {
  const at = word.indexOf('<<');
  if (at < 0 || word.indexOf('<', at + 2) >= 0) return undefined;
  const digits = word.slice(0, at);
  if (/\D/.test(digits)) return undefined;
  const chomp = word[at + 2] === '-';
  let start = at + (chomp ? 3 : 2);
  while (start < word.length && isPatternSpace(word.charCodeAt(start))) start++;
  return start < word.length ? { fd: Number(digits), chomp, name: word.slice(start) } : undefined;
}

/** `\s` of Go's regular expressions. */
function isPatternSpace(code: number): boolean {
  return code < 128 && code !== 11 && isSpace(code);
}

function quotes(text: string): number {
  return text.split(/["']/).length - 1;
}
