import type { Span } from '../text/span.ts';
import { heredocNode } from './heredoc-bodies.ts';
import type { HeredocWord } from './heredoc-words.ts';
import type { LineCursor } from './lines.ts';
import { nextLine } from './lines.ts';
import { shown } from './shown.ts';
import type { HeredocNode, InstructionNode, SyntaxFault } from './tree.ts';

const CODE = 'syntax/heredoc-unterminated';

/** Each recovery reads on to the end of the file: more of them would take more than linear time. */
const RECOVERIES = 20;

/**
 * Says what is wrong with a heredoc that nothing ends, and ends it where that was probably meant, so that the rest of the file is read all
 * the same: at a line that holds the name with blanks around it, or what a shell would take for the name. Without such a line it takes in
 * the rest.
 */
export function recoverHeredoc(
  node: InstructionNode,
  word: HeredocWord,
  cursor: LineCursor,
  before: Readonly<LineCursor>,
  faults: SyntaxFault[],
): HeredocNode {
  const shellName = /^[\w.-]+(?=[|&;()>])/.exec(word.name)?.[0];
  const known = faults.filter((fault) => fault.code === CODE).length;
  const end = { ...cursor };
  if (known < RECOVERIES) {
    Object.assign(cursor, before);
    while (nextLine(cursor)) {
      const line = cursor.text.slice(cursor.start, cursor.end).trim();
      if (line !== word.name && line !== shellName) continue;
      faults.push({ code: CODE, message: message(word, line, shellName, cursor.line), span: wordSpan(node, word) });
      return heredocNode(cursor.text, { ...word, name: line }, before.next, cursor.start);
    }
  }
  Object.assign(cursor, end);
  faults.push({ code: CODE, message: message(word, undefined, shellName, 0), span: wordSpan(node, word) });
  return heredocNode(cursor.text, word, before.next, cursor.text.length);
}

function message(
  { name: written, chomp }: HeredocWord,
  line: string | undefined,
  shellName: string | undefined,
  at: number,
): string {
  const name = shown(written);
  const opening = chomp ? '<<-' : '<<';
  if (shellName && line !== written) {
    const meant = `${opening}${shown(shellName)} ${shown(written.slice(shellName.length))}`;
    return `Nothing ends the heredoc ${opening}${name}, whose name BuildKit takes up to the next blank: write ${meant}`;
  }
  const missing = `Nothing ends the heredoc ${opening}${name}`;
  if (line === undefined) return `${missing}: a line that holds ${name} alone is missing`;
  return `${missing}: ${name} in line ${at} must stand alone in its line${chomp ? ', after tabs only' : ', with no blanks before it'} or after`;
}

function wordSpan({ logical, argsEnd }: InstructionNode, { name }: HeredocWord): Span {
  const { text } = logical;
  for (let at = text.indexOf('<<'); at >= 0; at = text.indexOf('<<', at + 2)) {
    let start = at + 2;
    while (start < argsEnd && `- \t\r'"\\`.includes(text[start]!)) start++;
    if (text.startsWith(name, start)) return logical.span(at, start + name.length);
  }
  return logical.span(Math.max(text.indexOf('<<'), 0), argsEnd);
}
