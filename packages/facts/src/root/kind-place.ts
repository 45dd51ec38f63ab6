import type { Place } from '@dockwarden-internal/syntax';
import type { KindName } from '../kernel/fact-nodes.ts';
import type { Kind } from '../kernel/kind.ts';
import { vocabulary } from '../vocabulary/registry.ts';

/** Where a fact of a kind is written. */
export function kindPlace(kind: KindName, node: unknown): Place | undefined {
  return (vocabulary[kind] as unknown as Kind).place(node as never);
}
