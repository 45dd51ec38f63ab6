import type { Root, Suppression } from '@dockwarden-internal/facts';
import { lineText, type Place, positionAt, type SourceText } from '@dockwarden-internal/syntax';

/** Lines from 1, both ends included. */
export interface Lines {
  readonly from: number;
  readonly to: number;
}

/** What a comment covers: a line, the next instruction, its stage, or the file. */
export function coveredLines(root: Root, { scope }: Suppression, comment: Place): Lines {
  const { line } = positionAt(comment.source, comment.span.start);
  if (scope === 'file') return { from: 1, to: Number.POSITIVE_INFINITY };
  if (scope === 'line') return { from: line, to: line };
  if (root.kind !== 'dockerfile') return { from: line, to: nextWritten(comment.source, line) };
  // A comment between the lines of an instruction is about that instruction.
  const next = root.node.instructions.find(({ node }) => node.endLine >= line && node.span.end > comment.span.start);
  if (!next) return { from: line, to: line };
  const stage = next.node.keyword === 'from' && scope !== 'instruction' ? next.stage : undefined;
  const last = stage?.instructions.at(-1) ?? next;
  return { from: next.node.line, to: Math.max(next.node.endLine, last.node.endLine) };
}

/** The next line that says something: blank lines and further comments are passed over. */
function nextWritten(source: SourceText, line: number): number {
  let next = line + 1;
  while (next < source.lineStarts.length && /^\s*(#|$)/.test(lineText(source, next))) next++;
  return next;
}
