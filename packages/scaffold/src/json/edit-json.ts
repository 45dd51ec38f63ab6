import { findNodeAtLocation, getNodeValue, type Node } from 'jsonc-parser';
import { jsonFormatOf } from './json-format.ts';
import { indentAt, insertInto } from './json-insert.ts';
import { removeFrom } from './json-remove.ts';
import { jsonTree } from './read-json.ts';
import { type JsonLayout, MOST, renderJson } from './render-json.ts';

export type JsonPath = readonly (string | number)[];

/** A value that is to stand at a path of a JSON text; undefined takes away what is there. */
export interface JsonEdit {
  readonly path: JsonPath;
  readonly value: unknown;
}

const MARK = '\uFEFF';

/**
 * A JSON text, with or without comments, in which values stand that may not have stood there: order, comments, layout, line endings and a
 * byte order mark are kept, and a text that says it all already is returned as it is. Of lists only what comes or goes is touched.
 */
export function editJson(text: string, edits: readonly JsonEdit[]): string {
  const marked = text.startsWith(MARK);
  let edited = marked ? text.slice(1) : text;
  const { tabSize = 2, insertSpaces, eol } = jsonFormatOf(edited);
  const layout: JsonLayout = { unit: insertSpaces ? ' '.repeat(tabSize) : '\t', eol: eol === '\r\n' ? eol : '\n' };
  for (const edit of edits) edited = applyOne(edited, edit, layout);
  return marked ? MARK + edited : edited;
}

function applyOne(text: string, { path, value }: JsonEdit, layout: JsonLayout): string {
  const there = nodeOf(text, path);
  if (value === undefined) return there ? removeFrom(text, there) : text;
  if (!there) return insertAt(text, path, value, layout);
  if (keyOf(getNodeValue(there)) === keyOf(value)) return text;
  return (
    (Array.isArray(value) && editList(text, path, value, layout)) ||
    replace(text, there, renderJson(value, indentAt(text, there.offset), layout))
  );
}

/** Into the innermost object on the way that there is; what stands there and is no object is left. */
function insertAt(text: string, path: JsonPath, value: unknown, layout: JsonLayout): string {
  const [key, above] = [path.at(-1), path.slice(0, -1)];
  const parent = nodeOf(text, above);
  if (!parent) return above.length === 0 ? text : insertAt(text, above, { [key!]: value }, layout);
  if (parent.type !== 'object') return text;
  const edited = insertInto(text, parent, { key: String(key), value }, layout);
  const indent = indentAt(text, parent.offset);
  const grown = parent.length + edited.length - text.length;
  // An object on one line, which is now too long for one.
  return edited.slice(parent.offset, parent.offset + grown).includes('\n') || indent.length + grown <= MOST
    ? edited
    : replace(text, parent, renderJson({ ...getNodeValue(parent), [key!]: value }, indent, layout));
}

function replace(text: string, { offset, length }: Node, by: string): string {
  return text.slice(0, offset) + by + text.slice(offset + length);
}

/** Undefined where nothing of the list stays, or in another order: it is replaced then. */
function editList(text: string, path: JsonPath, wanted: readonly unknown[], layout: JsonLayout): string | undefined {
  const list = nodeOf(text, path)!;
  if (list.type !== 'array') return undefined;
  const wantedKeys = wanted.map(keyOf);
  const keys = (list.children ?? []).map((item) => keyOf(getNodeValue(item)));
  const staying = keys.filter((key) => wantedKeys.includes(key));
  const order = wantedKeys.filter((key) => keys.includes(key));
  if (staying.length === 0 || String(staying) !== String(order)) return undefined;
  let edited = text;
  for (let at = keys.length - 1; at >= 0; at--)
    if (!wantedKeys.includes(keys[at]!)) edited = removeFrom(edited, nodeOf(edited, [...path, at])!);
  wanted.forEach((value, at) => {
    if (!keys.includes(wantedKeys[at]!)) edited = insertInto(edited, nodeOf(edited, path)!, { value, at }, layout);
  });
  return edited;
}

function nodeOf(text: string, path: JsonPath): Node | undefined {
  const root = jsonTree(text);
  return root && findNodeAtLocation(root, [...path]);
}

const keyOf = (value: unknown) => JSON.stringify(value);
