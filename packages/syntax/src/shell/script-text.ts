import type { DoubleQuotedChild, HereDoc, Word, WordPart } from 'unbash';
import type { Locate, LocatedText } from './located-text.ts';

/** A text that some command hands to a shell, with the way it stands in the source. */
export interface ScriptText extends LocatedText {
  /** False where a character of the text cannot be told apart in the source. */
  readonly exact: boolean;
  /** True for the bare word of `sh -c ls`, to which no second word can be added. */
  readonly bare: boolean;
  /** True where it is one expansion and nothing else: `sh -c "$(curl …)"`. What runs is then unknown. */
  readonly unknown: boolean;
}

/**
 * What a word says once its quotes are gone, each character still leading to its own place: how `sh -c "…"` is read. Expansions stay as
 * written, since the outer shell would put text there that nobody knows.
 */
export function scriptOf(word: Word, locate: Locate): ScriptText {
  const put = gather();
  const exact = word.parts ? word.parts.every((part) => putPart(part, put)) : putEscaped(word.text, word.pos, put);
  const kind = { exact, bare: word.text === word.value, unknown: isOneExpansion(word.parts) };
  if (exact) return { ...put.located(word.end, locate), ...kind };
  const span = locate(word.pos, word.end);
  return { text: word.value, locate: () => span, ...kind };
}

/** What a heredoc puts on standard input, as a script. */
export function scriptOfHeredoc(heredoc: HereDoc, locate: Locate): ScriptText {
  const put = gather();
  const { body, delimiter } = heredoc;
  if (delimiter?.quoted) put(body.text, body.pos);
  else putEscaped(body.text, body.pos, put, ESCAPABLE_IN_HEREDOC);
  return { ...put.located(body.end, locate), exact: true, bare: false, unknown: false };
}

interface Put {
  (piece: string, at: number): void;
  located(end: number, locate: Locate): LocatedText;
}

function gather(): Put {
  const text: string[] = [];
  const offsets: number[] = [];
  const put = (piece: string, at: number): void => {
    for (let index = 0; index < piece.length; index++) {
      text.push(piece[index]!);
      offsets.push(at + index);
    }
  };
  const located = (end: number, locate: Locate): LocatedText => ({
    text: text.join(''),
    locate: (start, stop) => {
      const first = offsets[start] ?? end;
      return locate(first, stop > start ? offsets[stop - 1]! + 1 : first);
    },
  });
  return Object.assign(put, { located });
}

function putPart(part: WordPart | DoubleQuotedChild, put: Put, escapable?: string): boolean {
  switch (part.type) {
    case 'SingleQuoted':
      put(part.value, part.pos + 1);
      return true;
    case 'DoubleQuoted':
      return part.parts.every((child) => putPart(child, put, ESCAPABLE_IN_QUOTES));
    case 'Literal':
      return putEscaped(part.text, part.pos, put, escapable);
    case 'AnsiCQuoted':
      if (part.text.includes('\\')) return false;
      put(part.value, part.pos + 2);
      return true;
    case 'LocaleString':
      return false;
    default:
      put(part.text, part.pos);
      return true;
  }
}

/** A backslash stands for itself within double quotes and heredocs, except before these. Source: POSIX shell, 2.2.3 and 2.7.4. */
const ESCAPABLE_IN_QUOTES = '$`"\\\n';
const ESCAPABLE_IN_HEREDOC = '$`\\\n';

function putEscaped(raw: string, pos: number, put: Put, escapable?: string): boolean {
  for (let at = 0; at < raw.length; at++) {
    if (raw[at] === '\\' && at + 1 < raw.length && (escapable?.includes(raw[at + 1]!) ?? true)) {
      at++;
      if (raw[at] === '\n') continue;
    }
    put(raw[at]!, pos + at);
  }
  return true;
}

function isOneExpansion(parts: readonly (WordPart | DoubleQuotedChild)[] | undefined): boolean {
  const only = parts?.length === 1 ? parts[0]! : undefined;
  if (!only) return false;
  if (only.type === 'DoubleQuoted') return isOneExpansion(only.parts);
  return only.type === 'SimpleExpansion' || only.type === 'ParameterExpansion' || only.type === 'CommandExpansion';
}
