import { EXPANSION_DEPTH, EXPANSION_LIMIT } from './expansion-limits.ts';
import { readName } from './expansion-name.ts';
import { fail, type LexState } from './lex-state.ts';
import { readUntil } from './shell-lexer.ts';
import { replaceMatches, type Substituted, trimMatch } from './substitute.ts';
import type { WordSplitter } from './word-splitter.ts';

/** Reads `$name` or `${name…}` at the cursor. Port of processDollar in moby/buildkit frontend/dockerfile/shell/lex.go. */
export function readDollar(state: LexState, words?: WordSplitter): string {
  const start = state.at++;
  if (state.text[state.at] === '{') {
    if (state.depth >= EXPANSION_DEPTH) return fail(state, 'variables are nested too deeply');
    state.depth++;
    const value = readBraced(state, start, words);
    state.depth--;
    return bounded(state, value);
  }
  const name = readName(state.text, state.at);
  if (name === '') return '$';
  state.at += name.length;
  state.expansions.push({ name, start, end: state.at, nested: [] });
  return bounded(state, plainValue(state, name, `$${name}`));
}

function bounded(state: LexState, value: string): string {
  if (state.options.keepUnset) return value;
  state.grown += value.length;
  if (state.grown <= EXPANSION_LIMIT) return value;
  state.unknown = true;
  return '';
}

function readBraced(state: LexState, start: number, words?: WordSplitter): string {
  const { text } = state;
  const first = text[++state.at] ?? '';
  if ('{}:'.includes(first))
    return fail(state, first === '' ? '} is missing at the end' : `\${${first} is no substitution`);
  const name = readName(text, state.at);
  state.at += name.length;
  const operator = text[state.at++] ?? '';
  if (operator === '}') {
    state.expansions.push({ name, start, end: state.at, nested: [] });
    return plainValue(state, name, `\${${name}}`);
  }
  if (operator === '/') return readReplacement(state, name, start, words);
  if (operator === ':') {
    const modifier = text[state.at++] ?? '';
    if (!'-+?#%'.includes(modifier)) return unsupported(state, operator + modifier);
    return readWithWord(state, name, start, operator + modifier, words);
  }
  if (operator !== '' && '+-?#%'.includes(operator)) return readWithWord(state, name, start, operator, words);
  return unsupported(state, operator);
}

function find(state: LexState, name: string): string | undefined | null {
  const value = state.options.lookup(name);
  if (value === undefined || value === null) state.unresolved.add(name);
  return state.options.keepUnset ? (value ?? undefined) : value;
}

function plainValue(state: LexState, name: string, written: string): string {
  const value = find(state, name);
  if (value === undefined && state.options.keepUnset) return written;
  if (value === null) state.unknown = true;
  return value ?? '';
}

interface Word {
  readonly value: string;
  readonly unknown: boolean;
}

/** A word within braces; that it is unknown matters only if it is used. */
function readWord(state: LexState, stop: string, rawEscapes: boolean, inPattern: boolean, words?: WordSplitter): Word {
  // BuildKit has one buffer for the words of all levels: the word around is dropped.
  words?.drop();
  const { unknown, rawEscapes: before } = state;
  state.unknown = false;
  state.rawEscapes = rawEscapes;
  const value = readUntil(state, stop, inPattern);
  const word = { value, unknown: state.unknown };
  state.unknown = unknown;
  state.rawEscapes = before;
  return word;
}

function readWithWord(state: LexState, name: string, start: number, operator: string, words?: WordSplitter): string {
  const isTrim = operator.endsWith('#') || operator.endsWith('%');
  if (isTrim && operator.length > 1) return unsupported(state, operator);
  const opened = state.at;
  const outer = state.expansions;
  state.expansions = [];
  const word = readWord(state, '}', isTrim, isTrim, words);
  if (state.failure !== undefined) return '';
  const doubled = isTrim && state.text[opened] === operator;
  const wordStart = doubled ? opened + 1 : opened;
  const shown = doubled ? operator + operator : operator;
  const written = state.text.slice(wordStart, state.at - 1);
  outer.push({ name, start, end: state.at, operator: shown, word: written, wordStart, nested: state.expansions });
  state.expansions = outer;
  return applied(state, name, operator, word);
}

function applied(state: LexState, name: string, operator: string, word: Word): string {
  const value = find(state, name);
  if (value === undefined && state.options.keepUnset) return `\${${name}${operator}${word.value}}`;
  if (value === null) {
    state.unknown = true;
    return '';
  }
  const missing = value === undefined || (operator[0] === ':' && value === '');
  switch (operator.at(-1)) {
    case '-':
      return missing ? used(state, word) : value;
    case '+':
      return missing ? '' : used(state, word);
    case '?':
      if (!missing) return value;
      return fail(state, `${name} ${word.value || `is not allowed to be ${value === undefined ? 'unset' : 'empty'}`}`);
    case '#':
    case '%':
      return trimmed(state, operator as '#' | '%', word, value ?? '');
    default:
      return unsupported(state, operator);
  }
}

function used(state: LexState, word: Word): string {
  state.unknown ||= word.unknown;
  return word.value;
}

function trimmed(state: LexState, sign: '#' | '%', word: Word, value: string): string {
  const greedy = word.value[0] === sign;
  const pattern = greedy ? word.value.slice(1) : word.value;
  state.unknown ||= word.unknown;
  return state.unknown ? '' : settled(state, trimMatch(sign, greedy, pattern, value));
}

function readReplacement(state: LexState, name: string, start: number, words?: WordSplitter): string {
  const operator = state.text[state.at] === '/' ? '//' : '/';
  state.at += operator.length - 1;
  const wordStart = state.at;
  const outer = state.expansions;
  state.expansions = [];
  const pattern = readWord(state, '/', true, true, words);
  if (state.failure !== undefined) return '';
  const middle = state.at - 1;
  const by = readWord(state, '}', true, false, words);
  if (state.failure !== undefined) return '';
  const word = state.text.slice(wordStart, middle);
  const replacement = state.text.slice(middle + 1, state.at - 1);
  outer.push({ name, start, end: state.at, operator, word, wordStart, replacement, nested: state.expansions });
  state.expansions = outer;
  const value = find(state, name);
  if (value === undefined && state.options.keepUnset) return `\${${name}/${pattern.value}/${by.value}}`;
  state.unknown ||= pattern.unknown || by.unknown || value === null;
  return state.unknown ? '' : settled(state, replaceMatches(operator, pattern.value, by.value, value ?? ''));
}

function settled(state: LexState, outcome: Substituted): string {
  if (outcome === 'unknown') {
    state.unknown = true;
    return '';
  }
  return 'failure' in outcome ? fail(state, outcome.failure) : outcome.value;
}

function unsupported(state: LexState, operator: string): string {
  return fail(state, operator === '' ? '} is missing at the end' : `${operator} is no operator`);
}
