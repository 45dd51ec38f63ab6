import { skipSpace, trimSpaceEnd } from './blank.ts';
import type { LineCursor } from './lines.ts';
import type { CommentNode } from './tree.ts';

/** The comment whose `#` stands at `hash` in the cursor's line. */
export function commentAt(cursor: LineCursor, hash: number, inside: boolean): CommentNode {
  const { text, end, line } = cursor;
  const from = skipSpace(text, hash + 1, end);
  return { span: { start: hash, end }, text: text.slice(from, trimSpaceEnd(text, from, end)), line, inside };
}
