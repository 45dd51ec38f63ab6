import type { SourceText } from '../text/source.ts';
import { skipBlanks } from './cursor.ts';
import type { HclEntry, HclFault } from './tree.ts';
import { readValue } from './value.ts';

/** JSON is read as the value that HCL would take it for, whose texts may name variables just so. Source: HCL JSON syntax specification. */
export function parseHclJson(source: SourceText): { readonly entries: readonly HclEntry[]; readonly fault?: HclFault } {
  const cursor = { source, at: 0 };
  skipBlanks(cursor, true);
  const root = readValue(cursor);
  skipBlanks(cursor, true);
  if (root?.kind === 'map' && cursor.at >= source.text.length) return { entries: root.entries };
  const at = Math.min(cursor.at, source.text.length);
  return { entries: [], fault: { message: 'this is no JSON object', place: { source, span: { start: at, end: at } } } };
}
