import { nameValues } from '../name-values.ts';
import { equalsWithin, quotedWords } from '../quoted-words.ts';
import { shown } from '../shown.ts';
import type { InstructionNode, NameValueNode } from '../tree.ts';
import { type Check, title } from './report.ts';

/** Source: parseNameVal in moby/buildkit frontend/dockerfile/parser/line_parsers.go; parseKvps and parseArg in instructions/parse.go. */
export const checkNameValues: Check = (node, { escapeChar, report, reportReading }) => {
  if (isPlainlyRight(node, escapeChar)) return;
  const pairs = nameValues(node, escapeChar);
  const stray = node.keyword === 'arg' ? -1 : pairs.findIndex((pair) => pair.value === undefined);
  if (stray >= 0) {
    const pair = pairs[stray]!;
    const message = pair.legacy ? missingValue(node, pair) : strayWord(node, pair, pairs[stray - 1]!, pairs[stray + 1]);
    reportReading('syntax/name-value', message, pair.span);
  }
  for (const pair of pairs) {
    if (pair.name === '') report('syntax/blank-name', `A name is missing before = in this ${title(node)}`, pair.span);
  }
};

/** Tells the many right ones apart without building their nodes: every word has a name, and ENV and LABEL a `=` after it. */
function isPlainlyRight({ keyword, logical, argsStart, argsEnd }: InstructionNode, escapeChar: string): boolean {
  return quotedWords(logical.text, argsStart, argsEnd, escapeChar.charCodeAt(0)).every(({ start, end }) => {
    const equals = equalsWithin(logical.text, start, end);
    return keyword === 'arg' ? equals !== start : equals > start;
  });
}

/** Values may be secret: no message repeats one. */
function missingValue(node: InstructionNode, { name }: NameValueNode): string {
  const beforeColon = /^([\w.-]+):/.exec(name)?.[1];
  const meant = `${title(node)} ${shown(beforeColon ?? name)}=…`;
  return `${title(node)} takes a name and a value, as in ${meant}; ${beforeColon ? 'there is no =' : 'the value is missing'}`;
}

function strayWord(
  node: InstructionNode,
  { name }: NameValueNode,
  before: NameValueNode,
  after?: NameValueNode,
): string {
  const fault = `${title(node)} takes name=value, and one word here has no =`;
  if (name.startsWith('#')) return `${fault}: a comment must stand in a line of its own`;
  if (after?.name === '') return `${fault}: no blanks may stand around =`;
  if (before.value === '') return `${fault}: no blank may stand after ${shown(before.name)}=`;
  return `${fault}; a value with blanks stands in double quotes, as in ${shown(before.name)}="…"`;
}
