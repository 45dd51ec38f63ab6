import { readBytes } from '../read/quantities.ts';
import { splitWords } from '../read/split-words.ts';

export type TextKind = keyof typeof KINDS;

/** What Compose makes of a text, and how it is said of one that it refuses. */
export const KINDS = {
  flag: { reads: (text: string) => /^(?:true|false|y|yes|on|n|no|off)$/i.test(text), is: 'neither true nor false' },
  integer: { reads: (text: string) => /^[-+]?\d+$/.test(text), is: 'no whole number' },
  natural: { reads: (text: string) => /^(?:\+?\d+|-0+)$/.test(text), is: 'no whole number from 0 on' },
  count: { reads: (text: string) => /^(?:[-+]?\d+|all)$/i.test(text), is: 'neither a whole number nor `all`' },
  number: { reads: isNumber, is: 'no number' },
  size: {
    reads: (text: string) => readBytes(text.trim()) !== undefined || isNumber(text),
    is: 'no size in bytes, as `512m` is',
  },
  mode: { reads: (text: string) => /^[-+]?[0-7]+$/.test(text), is: 'no octal mode, as `0440` is' },
  umask: {
    reads: (text: string) => /^(?:0x[\da-f]+|0b[01]+|0o?[0-7]*|[1-9]\d*)$/i.test(text),
    is: 'no mask, as `022` is',
  },
  envFormat: {
    reads: (text: string) => text === '' || text === 'raw',
    is: 'no format that Compose knows: write `raw`, or none',
  },
  word: { reads: () => true, is: 'neither text nor a whole number' },
  unquoted: { reads: () => false, is: 'text: Compose takes a number here, without quotes and variables' },
  unquotedNatural: { reads: () => false, is: 'no whole number from 0 on, without quotes and variables' },
  line: { reads: (text: string) => splitWords(text) !== undefined, is: 'no whole command line: a quote is left open' },
} as const;

function isNumber(text: string): boolean {
  return /^[-+]?(?:(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?|inf(?:inity)?|nan|0x[\da-f.]+p[-+]?\d+)$/i.test(text);
}

/** Kinds of which a number may be wrong, too, and which numbers are. */
export const WRONG_NUMBERS: { readonly [kind in TextKind]?: (value: number) => boolean } = {
  mode: (value) => !Number.isInteger(value),
  natural: (value) => value < 0,
  unquotedNatural: (value) => value < 0,
  word: (value) => !Number.isInteger(value),
};
