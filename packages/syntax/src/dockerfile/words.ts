import { isBlank } from './blank.ts';
import type { InstructionNode, WordNode } from './tree.ts';

/** The arguments split at blanks, whatever quotes there are: how BuildKit reads FROM, EXPOSE and the plain form of COPY, ADD and VOLUME. */
export function wordsOf(node: InstructionNode): WordNode[] {
  const { logical, argsStart, argsEnd } = node;
  const { text } = logical;
  const words: WordNode[] = [];
  let at = argsStart;
  while (at < argsEnd) {
    const start = at;
    while (at < argsEnd && !isBlank(text.charCodeAt(at))) at++;
    words.push({ text: text.slice(start, at), span: logical.span(start, at) });
    while (at < argsEnd && isBlank(text.charCodeAt(at))) at++;
  }
  return words;
}

/** The strings of the JSON form (their text without quotes and escapes, their span with), or else the words. */
export function jsonOrWords(node: InstructionNode): WordNode[] {
  return node.json ? node.json.map(({ value, span }) => ({ text: value, span })) : wordsOf(node);
}
