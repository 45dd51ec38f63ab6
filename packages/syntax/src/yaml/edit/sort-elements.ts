import type { TextEdit } from '../../text/edit.ts';
import { covers, type Span } from '../../text/span.ts';
import type { YamlList, YamlMap, YamlTree } from '../tree.ts';
import {
  columnOf,
  commentFrom,
  hasComment,
  isEditable,
  lineEnd,
  lineHead,
  lineStart,
  writtenEntries,
} from './place.ts';

/**
 * Puts the elements of a map (`writtenEntries`) or list in another order: `order[n]` is the index of the element that
 * comes n-th. Comments directly above an element, behind it on its line, and those below it that are indented
 * deeper travel with it; blank lines, and comments that blank lines set apart, stay where they are.
 * Undefined where no edit is safe (as in `setPath`), or an anchor would come after its alias.
 */
export function sortElements(
  tree: YamlTree,
  collection: YamlMap | YamlList,
  order: readonly number[],
): TextEdit[] | undefined {
  const spans =
    collection.kind === 'map' ? writtenEntries(collection).map((entry) => entry.span) : collection.itemSpans;
  const permutation = new Set(order).size === spans.length && order.every((index) => spans[index] !== undefined);
  if (!permutation || order.length !== spans.length || !isEditable(tree, collection)) return undefined;
  const chunks = collection.flow ? flowChunks(tree, collection, spans) : blockChunks(tree, spans);
  if (!chunks || breaksAnchors(tree, chunks, order)) return undefined;
  const { text } = tree.source;
  return order.flatMap((from, to) => {
    const source = chunks[from]!;
    return from === to ? [] : [{ span: chunks[to]!, text: text.slice(source.start, source.end) }];
  });
}

function flowChunks(
  tree: YamlTree,
  collection: YamlMap | YamlList,
  spans: readonly Span[],
): readonly Span[] | undefined {
  return hasComment(tree, collection.span) ? undefined : spans;
}

function blockChunks(tree: YamlTree, spans: readonly Span[]): readonly Span[] | undefined {
  const { source } = tree;
  const column = columnOf(source, spans[0]!.start);
  const chunks: Span[] = [];
  for (const [index, span] of spans.entries()) {
    const inline = lineHead(source, span.start).trim() !== '';
    if ((inline && index > 0) || columnOf(source, span.start) !== column) return undefined;
    const floor = chunks.at(-1)?.end ?? 0;
    const start = inline ? span.start : startWithComments(tree, span.start, floor, column);
    chunks.push({ start, end: endWithComments(tree, span.end, spans[index + 1]?.start, column) });
    if (hasLooseBlock(tree, span)) return undefined;
  }
  // Behind a dash (`- name: x`) there is no line for the comments that would come with another element.
  const moved = chunks.some((chunk, index) => chunk.start !== spans[index]!.start);
  return moved && lineHead(source, spans[0]!.start).trim() !== '' ? undefined : chunks;
}

/** Up to the first of the comment lines directly above, in the element's column. */
function startWithComments(tree: YamlTree, offset: number, floor: number, column: number): number {
  const { source } = tree;
  let start = offset;
  for (let line = lineStart(source, offset); line > floor && line > 0; ) {
    line = lineStart(source, line - 1);
    const hash = line + column;
    if (line <= floor && floor > 0) break;
    if (source.text.slice(line, hash).trim() !== '' || !isComment(tree, hash)) break;
    start = hash;
  }
  return start;
}

/** To the end of the element's last line, or of the deeper indented comments below it. */
function endWithComments(tree: YamlTree, offset: number, next: number | undefined, column: number): number {
  const { source } = tree;
  let end = lineEnd(source, offset);
  while (next !== undefined) {
    const below = source.text.indexOf('\n', end) + 1;
    if (below === 0 || below >= lineStart(source, next)) break;
    const indent = /^ */.exec(source.text.slice(below, lineEnd(source, below)))![0].length;
    if (indent <= column || !isComment(tree, below + indent)) break;
    end = lineEnd(source, below);
  }
  return end;
}

function isComment(tree: YamlTree, offset: number): boolean {
  return commentFrom(tree, offset)?.span.start === offset;
}

/** A block scalar with `+`, whose blank lines would not travel. */
function hasLooseBlock(tree: YamlTree, span: Span): boolean {
  return /[|>]\d?\+\d?[ \t]*(?:#[^\n]*)?\r?\n/.test(tree.source.text.slice(span.start, span.end));
}

function breaksAnchors(tree: YamlTree, chunks: readonly Span[], order: readonly number[]): boolean {
  const position = new Map(order.map((from, to) => [from, to]));
  return tree.aliases.some((alias) => {
    const user = chunks.findIndex((chunk) => covers(chunk, alias.span));
    if (user < 0) return false;
    const name = `&${alias.name}`;
    return chunks.some(({ start, end }, index) => {
      return (
        index !== user &&
        tree.source.text.slice(start, end).includes(name) &&
        position.get(index)! > position.get(user)!
      );
    });
  });
}
