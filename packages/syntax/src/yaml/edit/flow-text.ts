import { contentStart } from '../../text/source.ts';
import type { YamlTree } from '../tree.ts';
import { emitFlow, emitScalar, type YamlData } from './emit.ts';

/** A value on one line, in the style of the file: JSON where the whole file is JSON, so that it stays so. */
export function flowText(tree: YamlTree, value: YamlData): string {
  return isJson(tree) ? jsonText(value) : emitFlow(value);
}

/** `key: value` of a map on one line, in the style of the file. */
export function flowEntry(tree: YamlTree, key: string, value: YamlData): string {
  return isJson(tree) ? jsonEntry(key, value) : `${emitScalar(key, true)}: ${emitFlow(value)}`;
}

function jsonText(value: YamlData): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(jsonText).join(', ')}]`;
  const entries = Object.entries(value).map(([key, item]) => jsonEntry(key, item));
  return entries.length > 0 ? `{ ${entries.join(', ')} }` : '{}';
}

function jsonEntry(key: string, value: YamlData): string {
  return `${JSON.stringify(key)}: ${jsonText(value)}`;
}

function isJson({ root, source }: YamlTree): boolean {
  if (root.kind !== 'map' || !root.flow) return false;
  try {
    JSON.parse(source.text.slice(contentStart(source)));
    return true;
  } catch {
    return false;
  }
}
