import { findNodeAtLocation } from 'jsonc-parser';
import type { JsonPath } from './edit-json.ts';
import { jsonTree } from './read-json.ts';

/** A JSON text in which the key at a path is called otherwise, in its place; as it is where there is no such key. */
export function renameKey(text: string, path: JsonPath, name: string): string {
  const tree = jsonTree(text);
  const property = tree && findNodeAtLocation(tree, [...path])?.parent;
  const key = property?.type === 'property' ? property.children?.[0] : undefined;
  if (!key) return text;
  return text.slice(0, key.offset) + JSON.stringify(name) + text.slice(key.offset + key.length);
}
