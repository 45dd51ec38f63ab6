import { lineText } from '@dockwarden-internal/syntax';
import { memo } from '../kernel/memo.ts';
import type { Instruction } from '../model/dockerfile.ts';

/** Characters of the instruction's longest line. URLs, which cannot be broken, and heredoc bodies do not count. */
export const longestLine = memo(({ dockerfile, node }: Instruction): number => {
  const { source } = dockerfile;
  const bodyLines = node.heredocs.reduce(
    (lines, { bodySpan }) => lines + linesIn(source.text.slice(bodySpan.start, bodySpan.end)) + 1,
    0,
  );
  let longest = 0;
  for (let line = node.line; line <= node.endLine - bodyLines; line++) {
    const text = lineText(source, line).replace(/\b[a-z][a-z+.-]{0,20}:\/\/[^\s"']+/gi, '');
    longest = Math.max(longest, [...text].length);
  }
  return longest;
});

function linesIn(text: string): number {
  return text.split('\n').length - 1;
}
