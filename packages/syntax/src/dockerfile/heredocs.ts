import { readHeredocBody } from './heredoc-bodies.ts';
import { recoverHeredoc } from './heredoc-recovery.ts';
import { heredocWords } from './heredoc-words.ts';
import type { InstructionDraft } from './instruction.ts';
import type { LineCursor } from './lines.ts';
import type { SyntaxFault } from './tree.ts';

const WITH_HEREDOCS: ReadonlySet<string> = new Set(['add', 'copy', 'run']);

/**
 * Reads the heredocs that an instruction announces, from the lines after the cursor's. Those of an ONBUILD are its trigger's too.
 * Source: Dockerfile reference, "Here-documents".
 */
export function readHeredocs(node: InstructionDraft, cursor: LineCursor, faults: SyntaxFault[]): void {
  const { text } = node.logical;
  const holder = node.keyword === 'onbuild' && node.trigger ? node.trigger : node;
  if (!text.includes('<<') || !WITH_HEREDOCS.has(holder.keyword) || holder.json) return;
  const words = heredocWords(text);
  const heredocs = words.map((word) => {
    const before = { ...cursor };
    return readHeredocBody(cursor, word) ?? recoverHeredoc(node, word, cursor, before, faults);
  });
  if (heredocs.length === 0) return;
  const read = { heredocs, endLine: cursor.line };
  Object.assign(node, read);
  if (node.trigger) Object.assign(node.trigger, read);
}
