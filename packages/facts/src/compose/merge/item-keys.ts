import { at, type Located } from '../located.ts';
import { scalarText } from '../scalar-text.ts';

/** What makes two items of a list the same, so that the later one replaces the earlier; undefined for an item like no other. */
export type ItemKey = (item: Located) => string | undefined;

export const wholeKey: ItemKey = (item) => (item.kind === 'scalar' ? scalarText(item) : undefined);

/** Up to the first `=`. */
export const wordKey: ItemKey = (item) => wholeKey(item)?.split('=', 1)[0];

export const targetKey: ItemKey = (item) => textAt(item, 'target');

export const envFileKey: ItemKey = (item) => textAt(item, 'path');

/** The target, or where a file goes by default. */
export const mountKey =
  (folder: string): ItemKey =>
  (item) =>
    textAt(item, 'target') ?? `${folder}/${textAt(item, 'source') ?? ''}`;

/** A published port written as a number is never the same as one written as text, which all of the short form are. */
export const portKey: ItemKey = (item) => {
  const target = textAt(item, 'target');
  if (target === undefined) return undefined;
  const address = textAt(item, 'host_ip') ?? '0.0.0.0';
  const published = at(item, 'published');
  const number = published?.kind === 'scalar' && typeof published.value === 'number' ? '#' : '';
  return `${address}:${number}${textAt(item, 'published') ?? ''}:${target}/${textAt(item, 'protocol') ?? 'tcp'}`;
};

function textAt(item: Located, key: string): string | undefined {
  const value = at(item, key);
  return value?.kind === 'scalar' ? scalarText(value) : undefined;
}
