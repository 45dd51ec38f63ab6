import type { TextEdit } from '../../text/edit.ts';
import type { Span } from '../../text/span.ts';
import { entryName } from '../merge-keys.ts';
import type { YamlEntry, YamlMap, YamlTree } from '../tree.ts';
import { emitBlock, emitEntry, emitFlow, isBlock, type YamlData } from './emit.ts';
import { insertIntoFlow } from './flow.ts';
import { flowEntry, flowText } from './flow-text.ts';
import {
  behind,
  columnOf,
  hasComment,
  hasUsedAnchor,
  isEditable,
  layoutOf,
  lineEnd,
  lineHead,
  writtenEntries,
} from './place.ts';

/**
 * Sets the value under a path of keys, in the style of what is there: maps on the way are made, a value that is there
 * is replaced, a new key comes last. Comments, order and all other text stay.
 *
 * Undefined where no edit is safe: the file has faults; the value came through an alias or a merge key; it defines an
 * anchor that is used elsewhere, has a tag, or holds comments that would be lost; something on the way is no map.
 */
export function setPath(
  tree: YamlTree,
  map: YamlMap,
  path: readonly string[],
  value: YamlData,
): TextEdit[] | undefined {
  const [name, ...rest] = path;
  if (name === undefined || !isEditable(tree, map)) return undefined;
  const entry = map.entries.find((candidate) => entryName(candidate) === name);
  if (!entry) return addEntry(tree, map, name, nest(rest, value));
  if (entry.merged || entry.value.via) return undefined;
  if (rest.length > 0 && entry.value.kind === 'map') return setPath(tree, entry.value, rest, value);
  const vacant = entry.value.kind === 'scalar' && entry.value.value === null;
  return rest.length === 0 || vacant ? replaceValue(tree, map, entry, nest(rest, value)) : undefined;
}

function nest(path: readonly string[], value: YamlData): YamlData {
  return path.reduceRight<YamlData>((inner, name) => ({ [name]: inner }), value);
}

function addEntry(tree: YamlTree, map: YamlMap, name: string, value: YamlData): TextEdit[] | undefined {
  const last = writtenEntries(map).at(-1);
  if (map.flow || !last) return insertIntoFlow(tree, map, last?.span, flowEntry(tree, name, value));
  const column = blockColumn(tree, writtenEntries(map)[0]!);
  if (column === undefined) return undefined;
  const layout = layoutOf(tree);
  const at = behind(tree.source, last.value, last.span.end);
  return [insert(at, `${layout.eol}${' '.repeat(column)}${emitEntry(name, value, column, layout)}`)];
}

/** The column of a block map's keys; undefined where tabs make it uncertain. */
function blockColumn(tree: YamlTree, first: YamlEntry): number | undefined {
  return lineHead(tree.source, first.span.start).includes('\t') ? undefined : columnOf(tree.source, first.span.start);
}

function replaceValue(tree: YamlTree, map: YamlMap, entry: YamlEntry, value: YamlData): TextEdit[] | undefined {
  const old = entry.value;
  const colon = /^[ ]*:/.exec(tree.source.text.slice(entry.key.span.end, entry.key.span.end + 80))?.[0].length;
  if (colon === undefined || old.tag !== undefined || old.anchor !== undefined) return undefined;
  const whole: Span = { start: entry.key.span.end + colon, end: Math.max(old.span.end, entry.key.span.end + colon) };
  if (hasUsedAnchor(tree, whole) || hasComment(tree, whole)) return undefined;
  if (map.flow || !isBlock(value)) {
    const text = map.flow ? flowText(tree, value) : emitFlow(value);
    const inPlace = old.kind === 'scalar' && old.text !== '' && old.quote !== 'literal' && old.quote !== 'folded';
    return inPlace || (old.kind !== 'scalar' && old.flow)
      ? [{ span: old.span, text }]
      : [{ span: whole, text: ` ${text}` }];
  }
  const column = blockColumn(tree, entry);
  if (column === undefined) return undefined;
  const layout = layoutOf(tree);
  const block = `${layout.eol}${emitBlock(value, column + layout.step, layout)}`;
  const ends = lineEnd(tree.source, whole.end);
  return ends === whole.end ? [{ span: whole, text: block }] : [{ span: whole, text: '' }, insert(ends, block)];
}

function insert(at: number, text: string): TextEdit {
  return { span: { start: at, end: at }, text };
}
