import type { TextEdit } from '../../text/edit.ts';
import { contentStart } from '../../text/source.ts';
import type { Span } from '../../text/span.ts';
import { entryName } from '../merge-keys.ts';
import type { YamlList, YamlMap, YamlTree } from '../tree.ts';
import { hasComment, hasUsedAnchor, isEditable, lineEnd, lineHead, lineStart, writtenEntries } from './place.ts';

/**
 * Removes a key with its value, the comments within them and the one at the end of its line; comments on lines of
 * their own stay. The last key of a map leaves `{}`. Undefined where no edit is safe, as in `setPath`.
 */
export function removeKey(tree: YamlTree, map: YamlMap, name: string): TextEdit[] | undefined {
  const entries = writtenEntries(map);
  const index = entries.findIndex((entry) => entryName(entry) === name);
  return removeElement(
    tree,
    map,
    entries.map((entry) => entry.span),
    index,
  );
}

/** Removes an item of a list; the last one leaves `[]`. Otherwise as `removeKey`. */
export function removeItem(tree: YamlTree, list: YamlList, index: number): TextEdit[] | undefined {
  return removeElement(tree, list, list.itemSpans, index);
}

function removeElement(
  tree: YamlTree,
  collection: YamlMap | YamlList,
  spans: readonly Span[],
  index: number,
): TextEdit[] | undefined {
  const span = spans[index];
  if (!span || !isEditable(tree, collection) || hasUsedAnchor(tree, span)) return undefined;
  if (spans.length === 1) return emptyOut(tree, collection, span);
  if (collection.flow) return removeFromFlow(tree, spans, index);
  const { source } = tree;
  if (lineHead(source, span.start).trim() !== '') return removeInline(tree, span, spans[index + 1]);
  // A byte order mark is the file's, not the line's.
  const start = Math.max(lineStart(source, span.start), contentStart(source));
  const end = source.text.indexOf('\n', span.end);
  if (end >= 0) return [{ span: { start, end: end + 1 }, text: '' }];
  // The last line of a file without a final line break: the break before it goes.
  return [
    { span: { start: Math.max(0, lineEnd(source, lineStart(source, start - 1))), end: source.text.length }, text: '' },
  ];
}

function emptyOut(tree: YamlTree, collection: YamlMap | YamlList, only: Span): TextEdit[] | undefined {
  const outside = { start: collection.span.start, end: only.start };
  const after = { start: only.end, end: collection.span.end };
  if (hasComment(tree, outside) || hasComment(tree, after)) return undefined;
  return [{ span: collection.span, text: collection.kind === 'map' ? '{}' : '[]' }];
}

function removeFromFlow(tree: YamlTree, spans: readonly Span[], index: number): TextEdit[] | undefined {
  const [before, span, after] = [spans[index - 1], spans[index]!, spans[index + 1]];
  const gap = after ? { start: span.start, end: after.start } : { start: before!.end, end: span.end };
  const beside = after ? { start: span.end, end: after.start } : { start: before!.end, end: span.start };
  return hasComment(tree, beside) ? undefined : [{ span: gap, text: '' }];
}

/** The first element of a collection that begins behind a dash (`- name: x`): what follows moves up to it. */
function removeInline(tree: YamlTree, span: Span, next: Span | undefined): TextEdit[] | undefined {
  if (!next) return undefined;
  const comments = { start: lineEnd(tree.source, span.end), end: next.start };
  return hasComment(tree, comments) ? undefined : [{ span: { start: span.start, end: next.start }, text: '' }];
}
