import { isSpace, skipAsciiSpace } from './blank.ts';
import type { FlagNode, LogicalText } from './tree.ts';
import { utf8Bytes } from './utf8.ts';

const NO_FLAGS: readonly FlagNode[] = [];
const DASH = 45;
const DOUBLE = 34;
const SINGLE = 39;

export interface FlagsRead {
  readonly flags: readonly FlagNode[];
  /** Logical offset at which the arguments may start. */
  readonly end: number;
}

/**
 * The `--name=value` words in `[from, to)` of an instruction, up to the first other word or a lone `--`.
 * Port of extractBuilderFlags in moby/buildkit frontend/dockerfile/parser/split_command.go.
 */
export function readFlags(logical: LogicalText, from: number, to: number, escapeCode: number): FlagsRead {
  const { text } = logical;
  let flags: FlagNode[] | undefined;
  let at = skipAsciiSpace(text, from, to);
  while (at + 1 < to && text.charCodeAt(at) === DASH && text.charCodeAt(at + 1) === DASH) {
    const word = plainWord(text, at, to, escapeCode) ?? quotedWord(text, at, to, escapeCode);
    const start = at;
    at = skipAsciiSpace(text, word.end, to);
    if (word.value === '--') break;
    flags ??= [];
    flags.push(flagNode(logical, word, start));
  }
  return { flags: flags ?? NO_FLAGS, end: at };
}

interface FlagWord {
  readonly value: string;
  readonly end: number;
  /** Logical offset of each character of the value, where they are not just the characters from the start on. */
  readonly offsets?: readonly number[];
}

function plainWord(text: string, start: number, to: number, escapeCode: number): FlagWord | undefined {
  let at = start;
  for (; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === DOUBLE || code === SINGLE || code === escapeCode || code > 127) return undefined;
    if (isSpace(code)) break;
  }
  return { value: text.slice(start, at), end: at };
}

/**
 * BuildKit walks this word by bytes and takes each for a character: what lies beyond ASCII comes out garbled, and the bytes 85 and A0
 * (which `à` ends in) count as white space. The value here is garbled alike, since that is what BuildKit looks for.
 */
function quotedWord(text: string, start: number, to: number, escapeCode: number): FlagWord {
  let value = '';
  const offsets: number[] = [];
  let quote = 0;
  let escaped = false;
  for (let at = start; at < to; ) {
    const char = text.codePointAt(at)!;
    const next = at + (char > 0xffff ? 2 : 1);
    for (const byte of utf8Bytes(char)) {
      if (escaped) escaped = false;
      else if (!quote && isSpace(byte)) return { value, end: char < 128 ? at : next, offsets };
      else if (quote ? byte === quote : byte === DOUBLE || byte === SINGLE) {
        quote = quote ? 0 : byte;
        continue;
      } else if (byte === escapeCode) {
        escaped = true;
        continue;
      }
      value += String.fromCharCode(byte);
      offsets.push(at);
    }
    at = next;
  }
  return { value, end: to, offsets };
}

function flagNode(logical: LogicalText, word: FlagWord, start: number): FlagNode {
  const span = logical.span(start, word.end);
  const equals = word.value.indexOf('=');
  if (equals < 0) return { name: word.value, span };
  const valueStart = (word.offsets ? word.offsets[equals]! : start + equals) + 1;
  const valueSpan = logical.span(valueStart, word.end);
  const name = word.value.slice(0, equals);
  const value = word.value.slice(equals + 1);
  const inOnePiece = valueSpan.end - valueSpan.start === word.end - valueStart;
  if (!word.offsets && inOnePiece) return { name, value, span, valueSpan };
  const offsetOf = (i: number) => logical.offset(word.offsets ? word.offsets[equals + 1 + i]! : valueStart + i);
  return { name, value, span, valueSpan, valueOffsets: Array.from(value, (_, i) => offsetOf(i)) };
}
