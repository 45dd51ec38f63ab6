import { lineText, type Place } from '@dockwarden-internal/syntax';
import { memo } from '../kernel/memo.ts';
import { type Instruction, placeOf } from '../model/dockerfile.ts';

export interface Line {
  /** Characters, addresses left out. */
  readonly length: number;
  readonly words: number;
  readonly place: Place;
}

/** The instruction's longest line. URLs, which cannot be broken, and heredoc bodies do not count. */
export const longestLine = memo(({ dockerfile, node }: Instruction): Line => {
  const { source } = dockerfile;
  const bodyLines = node.heredocs.reduce(
    (lines, { bodySpan }) => lines + linesIn(source.text.slice(bodySpan.start, bodySpan.end)) + 1,
    0,
  );
  let longest = read(node.line);
  for (let line = node.line + 1; line <= node.endLine - bodyLines; line++) {
    const next = read(line);
    if (next.length > longest.length) longest = next;
  }
  return longest;

  function read(line: number): Line {
    const whole = lineText(source, line);
    const text = whole.replace(/\b[a-z][a-z+.-]{0,20}:\/\/[^\s"']+/gi, '');
    const indent = whole.length - whole.trimStart().length;
    const start = source.lineStarts[line - 1]!;
    return {
      length: [...text].length,
      words: whole.split(/\s+/).filter((word) => word !== '' && word !== '\\').length,
      place: placeOf(dockerfile, { start: start + indent, end: start + whole.trimEnd().length }),
    };
  }
});

function linesIn(text: string): number {
  return text.split('\n').length - 1;
}
