import type { FileSystem } from '@dockwarden-internal/facts';
import {
  type Diagnostic,
  isTooDeep,
  type Place,
  type SourceText,
  type Span,
  sourceText,
} from '@dockwarden-internal/syntax';
import { findNodeAtLocation, getNodeValue, type Node, type ParseError, parseTree } from 'jsonc-parser';

/** A JSON file with comments and trailing commas allowed, read as far as it can be. Everything in it may be of the wrong type. */
export interface JsonFile {
  readonly source: SourceText;
  readonly root: Node;
  readonly fault?: Diagnostic;
}

/** What is read of a file of which nothing can be. */
const NOTHING: Node = { type: 'null', offset: 0, length: 0 };

/** Undefined where there is no such file. */
export function readJson(fs: FileSystem, path: string): JsonFile | undefined {
  const text = fs.read(path);
  if (text === undefined) return undefined;
  const source = sourceText(path, text);
  if (isTooDeep(text)) return { source, root: NOTHING, fault: depthFault(path) };
  // jsonc-parser knows no byte order mark; a blank in its place keeps the offsets.
  const errors: ParseError[] = [];
  const root = parseTree(text.replace(/^\uFEFF/, ' '), errors, { allowTrailingComma: true }) ?? NOTHING;
  const [first] = errors;
  return first
    ? {
        source,
        root,
        fault: jsonFault(path, { source, span: { start: first.offset, end: first.offset + first.length } }),
      }
    : { source, root };
}

function jsonFault(path: string, place: Place): Diagnostic {
  const message = `${path} is no valid JSON; what it says of the project may be missing.`;
  return { code: 'workspace/json', message, hint: 'Mend the file.', path, place, exit: 2 };
}

function depthFault(path: string): Diagnostic {
  const message = `${path} is nested too deep to be read; what it says of the project is missing.`;
  return { code: 'workspace/json', message, hint: 'Move what lies that deep into a file of its own.', path, exit: 2 };
}

type Path = readonly (string | number)[];

export function nodeAt(json: JsonFile | undefined, ...path: Path): Node | undefined {
  return json && findNodeAtLocation(json.root, [...path]);
}

/** What stands there as plain data; undefined where nothing does. */
export function valueAt(json: JsonFile | undefined, ...path: Path): unknown {
  const node = nodeAt(json, ...path);
  return node && getNodeValue(node);
}

export function stringAt(json: JsonFile | undefined, ...path: Path): string | undefined {
  const node = nodeAt(json, ...path);
  return node?.type === 'string' ? (node.value as string) : undefined;
}

/** The strings of an array; empty for anything else. */
export function stringsAt(json: JsonFile | undefined, ...path: Path): string[] {
  const node = nodeAt(json, ...path);
  return node?.type === 'array'
    ? (node.children ?? []).flatMap((item) => (item.type === 'string' ? [item.value as string] : []))
    : [];
}

/** Keys and values of an object; empty for anything else. */
export function entriesAt(json: JsonFile | undefined, ...path: Path): { readonly key: string; readonly value: Node }[] {
  const node = nodeAt(json, ...path);
  if (node?.type !== 'object') return [];
  return (node.children ?? []).flatMap(({ children: [key, value] = [] }) =>
    key && value && typeof key.value === 'string' ? [{ key: key.value, value }] : [],
  );
}

/** The span of a string without its quotes. */
export function innerSpan(node: Node): Span {
  return node.type === 'string' && node.length >= 2
    ? { start: node.offset + 1, end: node.offset + node.length - 1 }
    : { start: node.offset, end: node.offset + node.length };
}
