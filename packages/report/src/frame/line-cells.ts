import type { Span } from '@dockwarden-internal/syntax';
import { characterWidth, displayWidth } from '../text/display-width.ts';
import { mask } from '../text/hide.ts';
import { visibleCharacter } from '../text/visible.ts';

/** A stretch of a line as it is printed: what it shows, how many columns that takes, and the offsets it stands for. */
export interface Cell {
  readonly shown: string;
  readonly width: number;
  readonly start: number;
  readonly end: number;
}

const tabStop = 4;
const byteOrderMark = '\uFEFF';

/** The cells of a stretch of text without line breaks: tabs are spaces, masked stretches are `•••`, marks join what they stand on. */
export function lineCells(text: string, stretch: Span, masked: readonly Span[]): Cell[] {
  const cells: Cell[] = [];
  let column = 0;
  const masks = masked.filter((span) => span.end > stretch.start && span.start < stretch.end);
  let next = 0;
  let indent = true;
  for (let at = stretch.start; at < stretch.end; ) {
    indent &&= text[at] === ' ' || text[at] === '\t';
    while (next < masks.length && masks[next]!.end <= at) next++;
    const cover = masks[next];
    // The indent of a further line of a secret tells nothing, and shows where the secret stands.
    const hidden = cover !== undefined && cover.start <= at && !indent;
    const end = Math.min(hidden ? cover.end : at + characterLength(text, at), stretch.end);
    const cell = hidden ? { shown: mask, width: displayWidth(mask) } : characterCell(text.slice(at, end), at, column);
    cells.push({ ...cell, start: at, end });
    column += cell.width;
    at = end;
  }
  return cells;
}

function characterLength(text: string, at: number): number {
  return text.codePointAt(at)! > 0xffff ? 2 : 1;
}

function characterCell(character: string, at: number, column: number): { shown: string; width: number } {
  if (character === '\t') {
    const width = tabStop - (column % tabStop);
    return { shown: ' '.repeat(width), width };
  }
  if (character === byteOrderMark && at === 0) return { shown: '', width: 0 };
  const shown = visibleCharacter(character);
  return { shown, width: shown === character ? characterWidth(character) : displayWidth(shown) };
}
