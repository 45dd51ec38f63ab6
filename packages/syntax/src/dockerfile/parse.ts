import type { SourceText } from '../text/source.ts';
import { skipSpace } from './blank.ts';
import { commentAt } from './comments.ts';
import { escapeOf, readDirectives } from './directives.ts';
import { checkTree } from './faults/check-tree.ts';
import { readHeredocs } from './heredocs.ts';
import { readInstruction } from './instruction.ts';
import { LINE_BYTES, nextLine, openLines } from './lines.ts';
import { readLogicalLine } from './logical-line.ts';
import type { CommentNode, Directive, DockerfileTree, InstructionNode, SyntaxFault } from './tree.ts';

const HASH = 35;

/**
 * Reads a Dockerfile as BuildKit does. Nothing stops it: what BuildKit would refuse is told in `faults` (worked out on first use), and the
 * rest is read all the same.
 * Source: Dockerfile reference, "Format"; moby/buildkit frontend/dockerfile/parser/parser.go.
 */
export function parseDockerfile(source: SourceText): DockerfileTree {
  const { text } = source;
  const directives: Directive[] = [];
  const comments: CommentNode[] = [];
  const instructions: InstructionNode[] = [];
  const readingFaults: SyntaxFault[] = [];
  const cursor = openLines(text);
  let more = readDirectives(cursor, directives, readingFaults);
  const escapeChar = escapeOf(directives);
  const escapeCode = escapeChar.charCodeAt(0);
  for (; more; more = nextLine(cursor)) {
    const start = skipSpace(text, cursor.start, cursor.end);
    if (start >= cursor.end) continue;
    if (text.charCodeAt(start) === HASH) {
      comments.push(commentAt(cursor, start, false));
      continue;
    }
    const { line } = cursor;
    const { logical, emptyContinuations } = readLogicalLine(cursor, start, escapeCode, comments);
    const context = { logical, emptyContinuations, escapeCode, line, endLine: cursor.line, faults: readingFaults };
    const node = readInstruction(context, 0);
    readHeredocs(node, cursor, readingFaults);
    instructions.push(node);
  }
  for (const span of cursor.tooLong) {
    const message = `The line is too long: BuildKit reads no line of ${LINE_BYTES} bytes or more`;
    readingFaults.push({ code: 'syntax/line-too-long', message, span });
  }
  let faults: readonly SyntaxFault[] | undefined;
  return {
    source,
    escape: escapeChar,
    directives,
    comments,
    instructions,
    get faults() {
      faults ??= checkTree(this, readingFaults);
      return faults;
    },
  };
}
