import type { ShellWord, Span } from '@dockwarden-internal/syntax';
import { type FlagReading, spanFrom, valueFrom, wordFlag, wordValue } from './flag-reading.ts';
import type { ProgramTable } from './programs/find-program.ts';

/** The words behind a program's name, told apart. */
export interface ArgumentsReading {
  readonly subcommand?: { readonly text: string; readonly span: Span };
  readonly flags: readonly FlagReading[];
  readonly args: readonly ShellWord[];
  readonly dashes?: number;
  readonly ahead?: readonly ShellWord[];
}

const NONE: ReadonlySet<string> = new Set();

/**
 * Tells options, their values, the subcommand and operands apart by the program's table. For a program without one, options stand as they are
 * written and none takes the next word.
 * Source: POSIX, Utility Syntax Guidelines; GNU getopt_long.
 */
export function readArguments(words: readonly ShellWord[], table: ProgramTable | undefined): ArgumentsReading {
  const state: State = { words, table, at: 0, flags: [], args: [], ahead: [], verbs: [], own: NONE };
  while (state.at < words.length) readOne(state);
  const [first] = state.verbs;
  const last = state.verbs.at(-1);
  const text = state.verbs.map((verb) => verb.shown).join(' ');
  return {
    ...(first && last ? { subcommand: { text, span: { start: first.span.start, end: last.span.end } } } : {}),
    flags: state.flags,
    args: state.args,
    ...(state.dashes === undefined ? {} : { dashes: state.dashes }),
    ...(state.ahead.length === 0 ? {} : { ahead: state.ahead }),
  };
}

interface State {
  readonly words: readonly ShellWord[];
  readonly table: ProgramTable | undefined;
  at: number;
  readonly flags: FlagReading[];
  readonly args: ShellWord[];
  readonly ahead: ShellWord[];
  readonly verbs: ShellWord[];
  /** Options of the subcommand that take a value. */
  own: ReadonlySet<string>;
  dashes?: number;
}

function readOne(state: State): void {
  const word = state.words[state.at++]!;
  const { shown } = word;
  const { table } = state;
  if (state.dashes !== undefined || (table?.program.operandsLast && state.args.length > 0)) state.args.push(word);
  else if (shown === '--') state.dashes = state.args.length;
  else if (!isOption(word) || table?.program.operands?.test(shown)) readOperand(state, word);
  else if (shown.startsWith('--') || !table || table.program.dash === 'word' || table.words.has(shown))
    readLong(state, word);
  else readLetters(state, word);
}

/** An option is known by its first letters; a variable could turn out to be one, and is taken for an operand. */
function isOption(word: ShellWord): boolean {
  return word.shown.length > 1 && word.shown.startsWith('-');
}

function readOperand(state: State, word: ShellWord): void {
  const { table, verbs, args } = state;
  if (!table?.program.subcommands || word.value === undefined || !isOpen(state)) {
    args.push(word);
    return;
  }
  if (verbs.length === 0 && word.shown.startsWith('+')) {
    // `cargo +nightly build` names a toolchain first.
    state.flags.push(wordFlag(word, word.shown));
    return;
  }
  verbs.push(word);
  state.own = table.valuedBy.get(verbs[0]!.shown) ?? NONE;
  // What stood before it can only be options in a variable.
  state.ahead.push(...args.splice(0));
}

/** True while the next operand belongs to the subcommand. */
function isOpen({ verbs, args, table }: State): boolean {
  if (verbs.length === 0) return args.every((word) => word.value === undefined);
  return verbs.length === 1 && args.length === 0 && table!.groups.has(verbs[0]!.shown);
}

function takesValue(state: State, name: string): boolean {
  return (state.table?.valued.has(name) ?? false) || state.own.has(name);
}

function readLong(state: State, word: ShellWord): void {
  const attached = attachedName(state, word.shown);
  const equals = word.shown.indexOf('=');
  if (attached) state.flags.push(wordFlag(word, attached, valueFrom(word, attached.length)));
  else if (equals > 0) state.flags.push(wordFlag(word, word.shown.slice(0, equals), valueFrom(word, equals + 1)));
  else state.flags.push(withNext(state, word, word.shown));
}

/** `-DskipTests` of Maven, `-p:Publish…` of dotnet: one letter, then its value. */
function attachedName(state: State, shown: string): string | undefined {
  if (state.table?.program.dash !== 'word' || shown.startsWith('--') || state.table.valued.has(shown)) return undefined;
  const name = shown.slice(0, 2);
  return shown.length > 2 && /^-[A-Z]$/.test(name) && state.table.valued.has(name) ? name : undefined;
}

function withNext(state: State, word: ShellWord, name: string, span = word.span): FlagReading {
  const next = takesValue(state, name) ? state.words[state.at] : undefined;
  if (!next) return { name, span, word };
  state.at++;
  return { name, ...wordValue(next), span: { start: span.start, end: Math.max(span.end, next.span.end) }, word };
}

function readLetters(state: State, word: ShellWord): void {
  const { shown } = word;
  const { table } = state;
  if (table?.program.equals && shown[2] === '=') {
    state.flags.push(wordFlag(word, shown.slice(0, 2), valueFrom(word, 3)));
    return;
  }
  for (let index = 1; index < shown.length; index++) {
    const name = `-${shown[index]}`;
    const span = shown.length === 2 ? word.span : spanFrom(word, index, index + 1);
    const last = index === shown.length - 1;
    if (!last && (takesValue(state, name) || table?.attached.has(name))) {
      state.flags.push({ name, ...valueFrom(word, index + 1), span: spanFrom(word, index === 1 ? 0 : index), word });
      return;
    }
    state.flags.push(last ? withNext(state, word, name, span) : { name, span, word });
  }
}
