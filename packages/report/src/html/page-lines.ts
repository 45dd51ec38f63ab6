import type { SourceText, Span } from '@dockwarden-internal/syntax';
import { type Cell, lineCells } from '../frame/line-cells.ts';
import { clampSpan, lineSpan, linesOf } from '../frame/lines.ts';
import type { PageFinding } from './page-data.ts';

/** The lines of a file that some findings stand on, each once, and where in them their words are. */
export interface PageLines {
  /** Takes the lines around a stretch, and gives the words to mark in them. */
  readonly mark: (span: Span) => PageFinding['marks'];
  readonly lines: () => readonly (readonly [number: number, text: string])[];
}

/** Lines of a finding beyond these are not shown. */
const mostLines = 12;
/** Of longer lines (minified files) only the beginning is shown. */
const longestLine = 1000;

interface ShownLine {
  readonly text: string;
  readonly cells: readonly Cell[];
}

export function pageLines(source: SourceText, masked: readonly Span[]): PageLines {
  const shown = new Map<number, ShownLine>();
  const lineAt = (number: number): ShownLine => {
    let line = shown.get(number);
    if (!line) {
      const { start, end } = lineSpan(source, number);
      const cells = lineCells(source.text, { start, end: Math.min(end, start + longestLine) }, masked);
      line = { cells, text: cells.map((cell) => cell.shown).join('') + (end > start + longestLine ? '…' : '') };
      shown.set(number, line);
    }
    return line;
  };
  return {
    mark: (given) => {
      const span = clampSpan(source, given);
      const { first, last } = linesOf(source, span);
      const end = Math.min(last, first + mostLines - 1);
      if (first > 1) lineAt(first - 1);
      if (end < lastLine(source)) lineAt(end + 1);
      return Array.from({ length: end - first + 1 }, (_, index) => {
        const [from, to] = indexes(lineAt(first + index).cells, span);
        return [first + index, from, to] as const;
      }).filter(([, from, to]) => to > from);
    },
    lines: () => [...shown].sort(([one], [other]) => one - other).map(([number, { text }]) => [number, text] as const),
  };
}

/** The last line that holds something, or the only one. */
function lastLine({ lineStarts, text }: SourceText): number {
  return text.endsWith('\n') ? Math.max(1, lineStarts.length - 1) : lineStarts.length;
}

/** Where the cells of a stretch begin and end in the text that they show; an empty stretch has the cell that it stands before. */
function indexes(cells: readonly Cell[], { start, end }: Span): [number, number] {
  let at = 0;
  let from: number | undefined;
  let to = 0;
  for (const cell of cells) {
    const within = cell.end > start && cell.start < Math.max(end, start + 1);
    if (within) from ??= at;
    at += cell.shown.length;
    if (within) to = at;
  }
  return [from ?? 0, from === undefined ? 0 : to];
}
