import { isBlank } from './blank.ts';
import { equalsWithin, quotedWords, type WordRange } from './quoted-words.ts';
import type { InstructionNode, LogicalText, NameValueNode } from './tree.ts';

/**
 * The names and values of ENV, LABEL and ARG, in order. ENV and LABEL have two forms: `name=value …`, and the old `name value` where the
 * first word holds no `=`. A word without `=` in the first form (which BuildKit refuses but for ARG) has no value.
 * Port of parseNameVal in moby/buildkit frontend/dockerfile/parser/line_parsers.go.
 */
export function nameValues(node: InstructionNode, escapeChar: string): NameValueNode[] {
  const { logical, argsStart, argsEnd, keyword } = node;
  const words = quotedWords(logical.text, argsStart, argsEnd, escapeChar.charCodeAt(0));
  const first = words[0];
  if (!first) return [];
  if (keyword !== 'arg' && equalsWithin(logical.text, first.start, first.end) < 0) return [legacyPair(node)];
  return words.map((word) => pair(logical, word));
}

function pair(logical: LogicalText, word: WordRange): NameValueNode {
  const equals = equalsWithin(logical.text, word.start, word.end);
  return nameValue(logical, word.start, equals < 0 ? word.end : equals, equals < 0 ? -1 : equals + 1, word.end, false);
}

function legacyPair({ logical, argsStart, argsEnd }: InstructionNode): NameValueNode {
  const { text } = logical;
  let nameEnd = argsStart;
  while (nameEnd < argsEnd && !isBlank(text.charCodeAt(nameEnd))) nameEnd++;
  let valueStart = nameEnd;
  while (valueStart < argsEnd && isBlank(text.charCodeAt(valueStart))) valueStart++;
  return nameValue(logical, argsStart, nameEnd, valueStart < argsEnd ? valueStart : -1, argsEnd, true);
}

function nameValue(
  logical: LogicalText,
  start: number,
  nameEnd: number,
  valueStart: number,
  end: number,
  legacy: boolean,
): NameValueNode {
  const { text } = logical;
  const name = { name: text.slice(start, nameEnd), nameSpan: logical.span(start, nameEnd) };
  if (valueStart < 0) return { ...name, span: logical.span(start, nameEnd), legacy };
  const value = { value: text.slice(valueStart, end), valueSpan: logical.span(valueStart, end) };
  return { ...name, ...value, span: logical.span(start, end), legacy };
}
