import { isTooDeep } from '@dockwarden-internal/syntax';
import { getNodeValue, type Node, type ParseError, parseTree } from 'jsonc-parser';

/**
 * The tree of a JSON text, with or without comments, as far as it can be read; undefined where there is nothing, or where it is nested too deep
 * for a recursive parser. Offsets are those of the text, with its byte order mark.
 */
export function jsonTree(text: string, faults: ParseError[] = []): Node | undefined {
  // A byte order mark is no JSON; a blank in its place keeps the offsets.
  return isTooDeep(text) ? undefined : parseTree(text.replace(/^\uFEFF/, ' '), faults, { allowTrailingComma: true });
}

/** What a JSON text says, as far as it can be read. */
export function jsonValue(text: string | undefined): unknown {
  const tree = text === undefined ? undefined : jsonTree(text);
  return tree && getNodeValue(tree);
}

/** What a JSON text says; undefined where it has a fault. */
export function soundJson(text: string): unknown {
  const faults: ParseError[] = [];
  const tree = jsonTree(text, faults);
  return tree && faults.length === 0 ? getNodeValue(tree) : undefined;
}
