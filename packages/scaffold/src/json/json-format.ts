import type { FormattingOptions } from 'jsonc-parser';
import { eolOf } from '../compose/line-ending.ts';

/** How a JSON text is laid out: its indentation, by its first indented line, and its line ending. */
export function jsonFormatOf(text: string): FormattingOptions {
  const [, indent = '  '] = /^[ \t]*\{[^\n]*\n([ \t]+)\S/m.exec(text) ?? [];
  return { insertSpaces: !indent.includes('\t'), tabSize: indent.includes('\t') ? 1 : indent.length, eol: eolOf(text) };
}
