import type { TextEdit } from '../../text/edit.ts';
import type { YamlList, YamlTree } from '../tree.ts';
import { emitItem, type YamlData } from './emit.ts';
import { insertIntoFlow } from './flow.ts';
import { flowText } from './flow-text.ts';
import { behind, columnOf, isEditable, layoutOf, lineHead } from './place.ts';

/** Puts an item at the end of a list, in its style. Undefined where no edit is safe, as in `setPath`. */
export function appendItem(tree: YamlTree, list: YamlList, value: YamlData): TextEdit[] | undefined {
  if (!isEditable(tree, list)) return undefined;
  const last = list.itemSpans.at(-1);
  if (list.flow || !last) return insertIntoFlow(tree, list, last, flowText(tree, value));
  const first = list.itemSpans[0]!.start;
  if (tree.source.text[first] !== '-' || lineHead(tree.source, first).includes('\t')) return undefined;
  const column = columnOf(tree.source, first);
  const layout = layoutOf(tree);
  const at = behind(tree.source, list.items.at(-1)!, last.end);
  const text = `${layout.eol}${' '.repeat(column)}${emitItem(value, column, layout)}`;
  return [{ span: { start: at, end: at }, text }];
}
