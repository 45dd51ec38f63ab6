import {
  covers,
  entryName,
  type Place,
  removeItem,
  removeKey,
  type TextEdit,
  type YamlNode,
  type YamlTree,
} from '@dockwarden-internal/syntax';
import type { Compose, ComposeFile, Service } from '../model/service.ts';
import type { LocatedEdit } from './yaml-owner.ts';

/**
 * Removes the key or item that stands at a place of a Compose file, whole. Undefined where there is none, and where no edit is safe: what came
 * through an alias, a merge key or `extends`.
 */
export function removeYaml(owner: unknown, place: Place): LocatedEdit[] | undefined {
  const tree = treesOf(owner).find(({ source }) => source === place.source);
  const document = tree?.documents.find((each) => covers(each.span, place.span));
  const edits = tree && document && removeAt(tree, document, place.span);
  return edits?.map((edit) => ({ source: place.source, edit: withBlankLine(place.source.text, edit) }));
}

/** True for a place in one of the Compose files that a fact comes from: its own, and what they include or extend. */
export function standsInYaml(owner: unknown, place: Place): boolean {
  const extended = composeOf(owner)?.model.others.map(({ tree }) => tree) ?? [];
  return [...treesOf(owner), ...extended].some(({ source }) => source === place.source);
}

/** The Compose files that a fact may stand in and be taken out of, what they include among them; none for a fact of a Dockerfile. */
function treesOf(owner: unknown): readonly YamlTree[] {
  if (typeof owner !== 'object' || owner === null) return [];
  const { tree, file } = owner as { readonly tree?: YamlTree; readonly file?: ComposeFile };
  if (tree && 'documents' in tree) return [tree];
  if (file?.tree) return [file.tree];
  const compose = composeOf(owner);
  if (!compose) return [];
  const included = compose.model.others.filter(({ services }) => services === undefined);
  return [...compose.files, ...included].map((each) => each.tree);
}

function composeOf(owner: unknown): Compose | undefined {
  if (typeof owner !== 'object' || owner === null) return undefined;
  const { service, compose } = owner as { readonly service?: Service; readonly compose?: Compose };
  return compose ?? service?.compose;
}

type Span = Place['span'];

/** An entry is meant by its own place, its key's or its value's; an item by its value's. */
function removeAt(tree: YamlTree, node: YamlNode, span: Span): TextEdit[] | undefined {
  if (node.via || node.kind === 'scalar') return undefined;
  if (node.kind === 'list') {
    const index = node.items.findIndex((item, at) => !item.via && covers(node.itemSpans[at]!, span));
    const item = node.items[index];
    if (!item) return undefined;
    return same(item.span, span) ? removeItem(tree, node, index) : removeAt(tree, item, span);
  }
  const entry = node.entries.find((each) => !each.merged && covers(each.span, span));
  if (!entry) return undefined;
  const { key, value } = entry;
  const meant = same(entry.span, span) || same(key.span, span) || (!value.via && same(value.span, span));
  return meant ? removeKey(tree, node, entryName(entry)) : removeAt(tree, value, span);
}

function same(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}

/** Of a line that stands alone between blank lines, or at the top, one blank line goes as well. */
function withBlankLine(text: string, edit: TextEdit): TextEdit {
  const { start, end } = edit.span;
  const apart = start === 0 || /\n\r?\n$/.test(text.slice(Math.max(0, start - 3), start));
  const blank = edit.text === '' && apart ? /^[ \t]*\r?\n/.exec(text.slice(end, end + 200)) : null;
  return blank ? { ...edit, span: { start, end: end + blank[0].length } } : edit;
}
