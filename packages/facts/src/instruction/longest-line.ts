import { lineText, type Place } from '@dockwarden-internal/syntax';
import { memo } from '../kernel/memo.ts';
import { type Instruction, placeOf } from '../model/dockerfile.ts';

export interface Line {
  /** Characters, addresses left out. */
  readonly length: number;
  readonly words: number;
  readonly place: Place;
}

/** The instruction's longest line. URLs, which cannot be broken, comments between its lines, and heredoc bodies do not count. */
export const longestLine = memo(({ dockerfile, node }: Instruction): Line => {
  const { source } = dockerfile;
  const bodyLines = node.heredocs.reduce(
    (lines, { bodySpan }) => lines + linesIn(source.text.slice(bodySpan.start, bodySpan.end)) + 1,
    0,
  );
  let longest = { line: node.line, length: lengthOf(lineText(source, node.line)) };
  for (let line = node.line + 1; line <= node.endLine - bodyLines; line++) {
    const text = lineText(source, line);
    // Most lines are shorter whatever is in them.
    if (text.length <= longest.length || /^\s*#/.test(text)) continue;
    const length = lengthOf(text);
    if (length > longest.length) longest = { line, length };
  }
  const whole = lineText(source, longest.line);
  const indent = whole.length - whole.trimStart().length;
  const start = source.lineStarts[longest.line - 1]!;
  return {
    length: longest.length,
    words: whole.split(/\s+/).filter((word) => word !== '' && word !== '\\').length,
    place: placeOf(dockerfile, { start: start + indent, end: start + whole.trimEnd().length }),
  };
});

/** In characters, without addresses. */
function lengthOf(line: string): number {
  return [...line.replace(/\b[a-z][a-z+.-]{0,20}:\/\/[^\s"']+/gi, '')].length;
}

function linesIn(text: string): number {
  return text.split('\n').length - 1;
}
