import type { KindName } from '@dockwarden-internal/facts';
import { type CompiledCheck, discriminators } from '@dockwarden-internal/policy';

/** The checks of one configuration, sorted so that a subject meets only those that may concern it. */
export interface CheckIndex {
  readonly byKind: ReadonlyMap<KindName, KindChecks>;
  readonly checks: readonly CompiledCheck[];
}

export interface KindChecks {
  /** Name of the property that sorts subjects of this kind; absent where there is none. */
  readonly property?: string;
  /** Checks that any subject of the kind may concern. */
  readonly always: readonly CompiledCheck[];
  readonly byValue: ReadonlyMap<unknown, readonly CompiledCheck[]>;
}

export function indexChecks(checks: readonly CompiledCheck[]): CheckIndex {
  const byKind = new Map<
    KindName,
    { property?: string; always: CompiledCheck[]; byValue: Map<unknown, CompiledCheck[]> }
  >();
  for (const check of checks) {
    let entry = byKind.get(check.on);
    if (!entry) {
      const property = discriminators[check.on];
      entry = { ...(property && { property }), always: [], byValue: new Map() };
      byKind.set(check.on, entry);
    }
    if (!check.discriminator) {
      entry.always.push(check);
      continue;
    }
    for (const value of check.discriminator.values) {
      const list = entry.byValue.get(value);
      if (list) list.push(check);
      else entry.byValue.set(value, [check]);
    }
  }
  return { byKind, checks };
}
