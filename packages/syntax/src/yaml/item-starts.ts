import type { CST } from 'yaml';

const FIRST_OF_ITEM = new Set(['seq-item-ind', 'explicit-key-ind', 'anchor', 'tag']);

/** Where each item of a list starts (its dash, anchor or tag); undefined where the list is too broken to tell. */
export function itemStarts(token: CST.Token | undefined, count: number): (number | undefined)[] | undefined {
  if (token?.type !== 'block-seq' && token?.type !== 'flow-collection') return undefined;
  const starts: (number | undefined)[] = [];
  for (const item of token.items) {
    const start = pairStart(item);
    if (start !== undefined || item.key || item.value || item.sep?.length) starts.push(start);
  }
  return starts.length === count ? starts : undefined;
}

/** Where an entry starts: its `-`, `?`, anchor, tag or key. */
export function pairStart(item: CST.CollectionItem | undefined): number | undefined {
  return (item?.start.find((token) => FIRST_OF_ITEM.has(token.type)) ?? item?.key ?? undefined)?.offset;
}
