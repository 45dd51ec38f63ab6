import type { TextEdit } from '@dockwarden-internal/syntax';
import { eolOf } from '../../compose/line-ending.ts';

/** White space that the line at an offset begins with. */
export function indentationAt(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  return /^[ \t]*/.exec(text.slice(start, offset))![0];
}

/** A line of its own below the one in which `offset` lies, comments at its end included. */
export function lineBelow(text: string, offset: number, line: string): TextEdit {
  const newline = eolOf(text);
  const found = text.indexOf('\n', offset);
  const end = found < 0 ? text.length : text[found - 1] === '\r' ? found - 1 : found;
  return { span: { start: end, end }, text: `${newline}${line}` };
}

/** A line of its own above the one in which `offset` lies. */
export function lineAbove(text: string, offset: number, line: string): TextEdit {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  return { span: { start, end: start }, text: `${line}${eolOf(text)}` };
}
