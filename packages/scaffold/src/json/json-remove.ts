import type { Node } from 'jsonc-parser';

/** A JSON text without a value, and without its key where it has one; comments beside what stays are kept. */
export function removeFrom(text: string, value: Node): string {
  const node = value.parent?.type === 'property' ? value.parent : value;
  const siblings = node.parent?.children ?? [];
  const at = siblings.indexOf(node);
  const [before, next] = [siblings[at - 1], siblings[at + 1]];
  const end = node.offset + node.length;
  if (next) return text.slice(0, node.offset) + text.slice(next.offset);
  if (!before) {
    const { offset, length } = node.parent!;
    const [open, close] = [text.slice(offset + 1, node.offset), text.slice(end, offset + length - 1)];
    const isBare = `${open}${close}`.replace(',', '').trim() === '';
    return (
      text.slice(0, offset + 1) + (isBare ? '' : open + close.replace(/^\s*,/, '')) + text.slice(offset + length - 1)
    );
  }
  const start = before.offset + before.length;
  // The comma goes, and what is said beside the value before it stays.
  const between = text.slice(start, node.offset).replace(/^((?:\s|\/\*[\s\S]*?\*\/|\/\/[^\n]*\n)*),/, '$1');
  return text.slice(0, start) + between.trimEnd() + text.slice(end);
}
