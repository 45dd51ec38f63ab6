import type { TextEdit } from '../../text/edit.ts';
import type { SourceText } from '../../text/source.ts';
import type { YamlList, YamlTree } from '../tree.ts';
import { emitBlock, emitFlow, emitScalar, isBlock, type YamlData } from './emit.ts';
import { flowText } from './flow-text.ts';
import { columnOf, hasComment, isEditable, layoutOf, lineEnd, lineHead, lineStart } from './place.ts';

/**
 * Rewrites a list of words as a map, item by item, each comment staying with its item:
 * the short form of `depends_on` to the long one. `entryFor` gives key and value for an item's text.
 * Undefined where no edit is safe (as in `setPath`), an item is no plain word of one line, or two have one key.
 */
export function listToMap(
  tree: YamlTree,
  list: YamlList,
  entryFor: (item: string, index: number) => readonly [key: string, value: YamlData],
): TextEdit[] | undefined {
  if (!isEditable(tree, list) || list.items.length === 0) return undefined;
  const entries: (readonly [string, YamlData])[] = [];
  for (const [index, item] of list.items.entries()) {
    const simple = item.kind === 'scalar' && !item.via && !item.tag && !item.anchor && !item.text.includes('\n');
    if (!simple || typeof item.value !== 'string') return undefined;
    entries.push(entryFor(item.value, index));
  }
  if (new Set(entries.map(([key]) => key)).size < entries.length) return undefined;
  return list.flow ? flowEdits(tree, list, entries) : blockEdits(tree, list, entries);
}

function flowEdits(tree: YamlTree, list: YamlList, entries: readonly (readonly [string, YamlData])[]) {
  if (hasComment(tree, list.span)) return undefined;
  return [{ span: list.span, text: flowText(tree, Object.fromEntries(entries)) }];
}

function blockEdits(tree: YamlTree, list: YamlList, entries: readonly (readonly [string, YamlData])[]) {
  const { source } = tree;
  const layout = layoutOf(tree);
  const first = list.itemSpans[0]!.start;
  if (lineHead(source, first).trim() !== '' || lineHead(source, first).includes('\t')) return undefined;
  const column = columnOf(source, first);
  // A list may stand in its key's own column, a map may not.
  const parent = keyColumnAbove(source, first);
  const wanted = parent === undefined || parent < column ? column : parent + layout.step;
  const edits: TextEdit[] = [];
  for (const [index, [key, value]] of entries.entries()) {
    const span = list.itemSpans[index]!;
    const name = `${' '.repeat(wanted - column)}${emitScalar(key, false)}:`;
    if (!isBlock(value)) {
      edits.push({ span, text: `${name} ${emitFlow(value)}` });
      continue;
    }
    const block = `${layout.eol}${emitBlock(value, wanted + layout.step, layout)}`;
    const end = lineEnd(source, span.end);
    if (end === span.end) edits.push({ span, text: name + block });
    else edits.push({ span, text: name }, { span: { start: end, end }, text: block });
  }
  return edits;
}

/** The column of the key on the last line above that is neither blank nor a comment; dashes before it are skipped. */
function keyColumnAbove(source: SourceText, offset: number): number | undefined {
  for (let start = lineStart(source, offset); start > 0; ) {
    start = lineStart(source, start - 1);
    const line = source.text.slice(start, lineEnd(source, start));
    if (/^\s*(?:#|$)/.test(line)) continue;
    return /^\s*(?:- +)*/.exec(line)![0].length;
  }
  return undefined;
}
