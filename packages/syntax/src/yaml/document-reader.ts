import { type CST, type Document, isAlias, isMap, isPair, isScalar, isSeq, type Node } from 'yaml';
import { positionAt, type SourceText } from '../text/source.ts';
import type { Span } from '../text/span.ts';
import { anchorBook } from './anchor-book.ts';
import type { FaultList } from './faults.ts';
import { itemStarts, pairStart } from './item-starts.ts';
import { entryName, isMergeKey, mergeEntries } from './merge-keys.ts';
import { readScalar } from './scalar-node.ts';
import type { YamlAlias, YamlEntry, YamlList, YamlMap, YamlNode } from './tree.ts';

export interface DocumentReader {
  readonly aliases: readonly YamlAlias[];
  read(document: Document.Parsed): YamlNode;
}

/** Turns composed documents of one file into located, plain data. */
export function documentReader(source: SourceText, list: FaultList): DocumentReader {
  const aliases: YamlAlias[] = [];
  let book = anchorBook(list);

  function read(node: Node | null | undefined, at: number, depth: number): YamlNode {
    if (isAlias(node)) return readAlias(node.source, spanOf(node, at), depth);
    const props = propsOf(node);
    return book.define(props.anchor, depth, () => {
      if (isMap(node)) return { ...readMap(node.items, node, depth), ...props };
      if (isSeq(node)) return { ...readList(node.items, node, depth), ...props };
      return { ...readScalar(source, isScalar(node) ? node : undefined, at), ...props };
    });
  }

  function readAlias(name: string, span: Span, depth: number): YamlNode {
    aliases.push({ name, span });
    const target = book.follow(name, span, depth);
    return target ? { ...target, via: span } : { ...readScalar(source, undefined, span.start), span };
  }

  function readMap(pairs: readonly unknown[], node: Node, depth: number): YamlMap {
    const own = new Map<string, YamlEntry>();
    const entries: YamlEntry[] = [];
    const merges: YamlEntry[] = [];
    for (const pair of pairs) {
      if (!isPair(pair)) continue;
      const entry = readEntry(pair as Parameters<typeof readEntry>[0], depth + 1);
      if (!entry) continue;
      const name = entryName(entry);
      const first = own.get(name);
      if (first) faultDuplicate(name, entry, first);
      else own.set(name, entry);
      if (isMergeKey(entry.key)) {
        merges.push(entry);
        entries.push(entry);
      } else if (!first) entries.push(entry);
    }
    const resolved = merges.length > 0 ? mergeEntries(entries, own, list, book) : entries;
    const token = (node as { srcToken?: CST.Token }).srcToken;
    const flow = token?.type === 'flow-collection';
    return {
      kind: 'map',
      entries: resolved,
      merges,
      flow,
      source,
      span: collectionSpan(node, flow, entries.at(-1)?.span),
    };
  }

  function readEntry(
    pair: { key: Node | null; value: Node | null; srcToken?: CST.CollectionItem },
    depth: number,
  ): YamlEntry | undefined {
    const start = pairStart(pair.srcToken) ?? pair.key?.range?.[0] ?? pair.value?.range?.[0] ?? 0;
    const key = read(pair.key, start, depth);
    if (key.kind !== 'scalar') {
      list.add('key', 'A key is a single word or string, not a list or a map.', key.span);
      return undefined;
    }
    const valueAt = pair.srcToken?.sep?.find((token) => token.type === 'map-value-ind');
    const behindColon = valueAt ? valueAt.offset + 1 : (key.via ?? key.span).end;
    const value = unwritten(pair.value) ? read(null, behindColon, depth) : read(pair.value, behindColon, depth);
    return { key, value, span: { start, end: endOf(value, pair.value, behindColon) } };
  }

  function faultDuplicate(name: string, again: YamlEntry, first: YamlEntry) {
    const line = positionAt(source, first.key.span.start).line;
    const here = positionAt(source, again.key.span.start).line;
    const message = `The key \`${shorten(name)}\` is here on line ${here} and before on line ${line}; keep one.`;
    list.add('duplicate-key', message, again.key.span, first.key.span);
  }

  function readList(nodes: readonly unknown[], node: Node, depth: number): YamlList {
    const token = (node as { srcToken?: CST.Token }).srcToken;
    const starts = itemStarts(token, nodes.length);
    const items: YamlNode[] = [];
    const itemSpans: Span[] = [];
    nodes.forEach((item, index) => {
      const at = starts?.[index];
      if (isPair(item)) {
        const entry = readEntry(item as Parameters<typeof readEntry>[0], depth + 2);
        if (!entry) return;
        items.push({ kind: 'map', entries: [entry], merges: [], flow: true, source, span: entry.span });
        itemSpans.push(entry.span);
        return;
      }
      const child = item as Node;
      const value = read(child, child.range?.[0] ?? at ?? 0, depth + 1);
      const start = Math.min(at ?? value.span.start, value.via?.start ?? value.span.start);
      items.push(value);
      // At least the dash, where there is one: a list that is broken may lack it at the end of the text.
      itemSpans.push({ start, end: endOf(value, child, Math.min(start + 1, source.text.length)) });
    });
    const flow = token?.type === 'flow-collection';
    return { kind: 'list', items, itemSpans, flow, source, span: collectionSpan(node, flow, itemSpans.at(-1)) };
  }

  /** A block collection ends where its last element does; the library counts the comments behind it too. */
  function collectionSpan(node: Node, flow: boolean, last: Span | undefined): Span {
    const [start = 0, end = start] = node.range ?? [];
    return { start, end: flow || !last ? end : Math.max(start, last.end) };
  }

  return {
    aliases,
    read(document) {
      book = anchorBook(list, book.nodes);
      return read(document.contents as Node | null, document.range[0], 0);
    },
  };
}

/** The end of a value as written here: that of the alias where it came through one. */
function endOf(value: YamlNode, node: Node | null | undefined, fallback: number): number {
  if (isAlias(node)) return node.range?.[1] ?? fallback;
  return Math.max(value.span.end, fallback);
}

function spanOf(node: Node, at: number): Span {
  return { start: node.range?.[0] ?? at, end: node.range?.[1] ?? at };
}

/** A value that only its colon stands for; the library puts it before the next comment. */
function unwritten(node: Node | null): boolean {
  return isScalar(node) && node.source === '' && node.range?.[0] === node.range?.[1] && !node.anchor && !node.tag;
}

function propsOf(node: Node | null | undefined): { anchor?: string; tag?: string } {
  if (!node || isAlias(node)) return {};
  const { anchor, tag } = node as { anchor?: string; tag?: string };
  return {
    ...(anchor !== undefined && { anchor }),
    ...(tag !== undefined && { tag: tag.replace(/^tag:yaml\.org,2002:/, '!!') }),
  };
}

function shorten(name: string): string {
  return name.length > 60 ? `${name.slice(0, 57)}…` : name;
}
