import type { TextEdit } from '../../text/edit.ts';
import type { Span } from '../../text/span.ts';
import type { YamlList, YamlMap, YamlTree } from '../tree.ts';
import { commentFrom } from './place.ts';

/** Puts an element behind the last one of a `{ }` or `[ ]`; with none, between the brackets. */
export function insertIntoFlow(
  tree: YamlTree,
  collection: YamlMap | YamlList,
  last: Span | undefined,
  element: string,
): TextEdit[] | undefined {
  if (!collection.flow) return undefined;
  const { text } = tree.source;
  if (!last) {
    const at = collection.span.start + 1;
    const blank = collection.kind === 'map' ? ' ' : '';
    if (text.slice(at, collection.span.end - 1).trim() !== '') return undefined;
    return [{ span: { start: at, end: collection.span.end - 1 }, text: `${blank}${element}${blank}` }];
  }
  const comma = trailingComma(tree, last.end, collection.span.end - 1);
  if (comma !== undefined) return [{ span: { start: comma + 1, end: comma + 1 }, text: ` ${element}` }];
  return [{ span: { start: last.end, end: last.end }, text: `, ${element}` }];
}

/** A comma between the last element and the closing bracket, comments skipped. */
function trailingComma(tree: YamlTree, from: number, to: number): number | undefined {
  let at = from;
  while (at < to) {
    const comment = commentFrom(tree, at);
    if (comment?.span.start === at) at = comment.span.end;
    else if (tree.source.text[at] === ',') return at;
    else at++;
  }
  return undefined;
}
