import type { KindName } from '../kernel/fact-nodes.ts';
import type { Kind } from '../kernel/kind.ts';
import { isUnsure } from '../kernel/unsure.ts';
import { vocabulary } from '../vocabulary/registry.ts';

export interface Reached {
  readonly kind: Kind;
  readonly node: never;
}

/** Every fact that paths lead to from the given ones, each once. */
export function* reachedFacts(from: readonly (readonly [KindName, object])[]): Generator<Reached> {
  const waiting = [...from];
  const seen = new Set<object>();
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [name, node] = next;
    if (seen.has(node)) continue;
    seen.add(node);
    const kind = vocabulary[name] as unknown as Kind;
    yield { kind, node: node as never };
    for (const { type, read } of Object.values(kind.properties)) {
      const value: unknown = read(node as never);
      if (value === undefined || isUnsure(value)) continue;
      if (type.shape === 'fact') waiting.push([type.kind, value as object]);
      if (type.shape === 'facts') for (const each of value as object[]) waiting.push([type.kind, each]);
    }
  }
}
