import type { Scalar } from 'yaml';
import type { SourceText } from '../text/source.ts';
import { plainValue } from './plain-scalar.ts';
import type { YamlScalar } from './tree.ts';

const QUOTES: Readonly<Record<string, YamlScalar['quote']>> = {
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'literal',
  BLOCK_FOLDED: 'folded',
};

/** A scalar with its place; without a node the empty value at an offset. */
export function readScalar(source: SourceText, node: Scalar | undefined, at: number): YamlScalar {
  const [start = at, end = start] = node?.range ?? [];
  const text = source.text.slice(start, end);
  const quote = QUOTES[node?.type ?? ''] ?? 'plain';
  const raw = typeof node?.value === 'string' ? node.value : '';
  const typed = quote === 'plain' && (node?.tag === undefined || node.tag === '!reset' || node.tag === '!override');
  const block = quote === 'literal' || quote === 'folded';
  // A block scalar's range takes in its last line break, and blank lines that are part of it only under `|+`.
  const written = block ? text.replace(/(?<![\r\n])[\r\n]+$/, '') : text;
  return {
    kind: 'scalar',
    value: typed ? plainValue(raw) : taggedValue(raw, node?.tag),
    text: written,
    quote,
    source,
    span: { start, end: start + written.length },
  };
}

/** `!!int "8080"` and the like say what a value is, whatever its quotes. */
function taggedValue(raw: string, tag: string | undefined): string | number | boolean | null {
  switch (tag) {
    case 'tag:yaml.org,2002:int':
    case 'tag:yaml.org,2002:float':
    case 'tag:yaml.org,2002:bool':
    case 'tag:yaml.org,2002:null':
      return plainValue(raw);
    default:
      return raw;
  }
}
