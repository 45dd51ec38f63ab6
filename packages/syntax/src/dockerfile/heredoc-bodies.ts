import type { HeredocWord } from './heredoc-words.ts';
import type { LineCursor } from './lines.ts';
import { nextLine } from './lines.ts';
import type { HeredocNode } from './tree.ts';

const TAB = 9;

/** Reads a heredoc's body from the line after the cursor's on; undefined, with the cursor at the end of the text, if nothing ends it. */
export function readHeredocBody(cursor: LineCursor, word: HeredocWord): HeredocNode | undefined {
  const start = cursor.next;
  while (nextLine(cursor)) {
    if (isTerminator(cursor, word)) return heredocNode(cursor.text, word, start, cursor.start);
  }
  return undefined;
}

export function heredocNode(text: string, word: HeredocWord, start: number, end: number): HeredocNode {
  const body = text.slice(start, end);
  const content = word.chomp ? body.replace(/(^|\n)\t+/g, '$1') : body;
  return { ...word, bodySpan: { start, end }, content };
}

function isTerminator({ text, start, end }: LineCursor, { name, chomp }: HeredocWord): boolean {
  let at = start;
  if (chomp) while (at < end && text.charCodeAt(at) === TAB) at++;
  return end - at === name.length && text.startsWith(name, at);
}
