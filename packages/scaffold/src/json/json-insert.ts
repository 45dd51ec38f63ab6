import type { Node } from 'jsonc-parser';
import { type JsonLayout, renderInline, renderJson } from './render-json.ts';

/** A JSON text with something more in a list or an object, laid out as what is there; `at` is its place among the others, the last unless said. */
export function insertInto(
  text: string,
  parent: Node,
  { key, value, at }: { readonly key?: string; readonly value: unknown; readonly at?: number },
  layout: JsonLayout,
): string {
  const children = parent.children ?? [];
  const start = parent.offset + 1;
  const end = parent.offset + parent.length - 1;
  const outer = indentAt(text, parent.offset);
  const label = key === undefined ? '' : `${JSON.stringify(key)}: `;
  const isInline = children.length > 0 && !text.slice(start, end).includes('\n');
  const indent = children[0] && !isInline ? indentAt(text, children[0].offset) : outer + layout.unit;
  const entry = label + (isInline ? renderInline(value) : renderJson(value, indent, layout));
  const gap = isInline ? ' ' : layout.eol + indent;
  const next = at === undefined ? undefined : children[at];
  if (next) return `${text.slice(0, next.offset)}${entry},${gap}${text.slice(next.offset)}`;
  const last = children.at(-1);
  const rest = text.slice(last ? last.offset + last.length : start, end);
  const kept = (last && !withoutComments(rest).includes(',') ? ',' : '') + rest.trimEnd();
  const tail = isInline ? rest.slice(rest.trimEnd().length) : layout.eol + outer;
  return `${text.slice(0, last ? last.offset + last.length : start)}${kept}${gap}${entry}${tail}${text.slice(end)}`;
}

/** The blanks that the line of an offset begins with. */
export function indentAt(text: string, offset: number): string {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  return /^[ \t]*/.exec(line)![0];
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, '');
}
