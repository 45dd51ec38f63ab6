import type { SourceText } from '../text/source.ts';
import { type Cursor, IDENTIFIER, placeFrom, skipBlanks, take } from './cursor.ts';
import { readQuoted } from './text.ts';
import type { HclBlock, HclBody, HclEntry, HclFault } from './tree.ts';
import { readValue } from './value.ts';

/** Blocks in blocks; Bake has one level. */
const DEEPEST = 8;

/** Reads a file as far as it is HCL; the fault says where it is no more. Linear in the text, total. */
export function parseHcl(source: SourceText): { readonly body: HclBody; readonly fault?: HclFault } {
  const cursor: Cursor = { source, at: 0 };
  const fault: { found?: HclFault } = {};
  const body = readBody(cursor, 0, fault);
  return { body, ...(fault.found && { fault: fault.found }) };
}

function readBody(cursor: Cursor, depth: number, fault: { found?: HclFault }): HclBody {
  const attributes: HclEntry[] = [];
  const blocks: HclBlock[] = [];
  const { text } = cursor.source;
  const stop = (message: string, start: number): HclBody => {
    fault.found ??= { message, place: placeFrom(cursor, start) };
    return { attributes, blocks };
  };
  for (;;) {
    skipBlanks(cursor, true);
    const start = cursor.at;
    if (start >= text.length) return depth === 0 ? { attributes, blocks } : stop('a } is missing', start);
    if (text[start] === '}' && depth > 0) {
      cursor.at++;
      return { attributes, blocks };
    }
    const name = take(cursor, IDENTIFIER);
    if (name === undefined) return stop('a name is expected', start);
    skipBlanks(cursor, false);
    if (take(cursor, /=(?!=)/y)) {
      skipBlanks(cursor, false);
      const value = readValue(cursor);
      if (!value) return stop(`${name} has no value that can be read`, start);
      attributes.push({ key: name, value });
      continue;
    }
    const labels = readLabels(cursor);
    if (!labels || !take(cursor, /\{/y) || depth >= DEEPEST)
      return stop(`${name} is followed by neither = nor {`, start);
    const block = { type: name, labels, place: placeFrom(cursor, start) };
    blocks.push({ ...block, body: readBody(cursor, depth + 1, fault) });
    if (fault.found) return { attributes, blocks };
  }
}

function readLabels(cursor: Cursor): string[] | undefined {
  const labels: string[] = [];
  for (;;) {
    skipBlanks(cursor, false);
    if (cursor.source.text[cursor.at] === '"') {
      const quoted = readQuoted(cursor);
      if (quoted?.kind !== 'text') return undefined;
      labels.push(quoted.parts.map((part) => (typeof part === 'string' ? part : '*')).join(''));
      continue;
    }
    const name = take(cursor, IDENTIFIER);
    if (name === undefined) return labels;
    labels.push(name);
  }
}
