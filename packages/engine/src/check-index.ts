import type { KindName } from '@dockwarden-internal/facts';
import { type CompiledCheck, discriminators, type PlannedCheck } from '@dockwarden-internal/policy';

/** The checks of one configuration, sorted so that a subject meets only those that may concern it. */
export interface CheckIndex {
  readonly byKind: ReadonlyMap<KindName, KindChecks>;
  readonly checks: readonly PlannedCheck[];
}

/** Checks are compiled when they are first asked for. */
export interface KindChecks {
  /** Name of the property that sorts subjects of this kind; absent where there is none. */
  readonly property?: string;
  /** Checks that any subject of the kind may concern. */
  readonly always: () => readonly CompiledCheck[];
  /** Checks of subjects whose property has this value. */
  readonly withValue: (value: unknown) => readonly CompiledCheck[];
}

interface Sorted {
  readonly always: PlannedCheck[];
  readonly byValue: Map<unknown, PlannedCheck[]>;
}

export function indexChecks(checks: readonly PlannedCheck[]): CheckIndex {
  const byKind = new Map<KindName, Sorted>();
  for (const check of checks) {
    let sorted = byKind.get(check.on);
    if (!sorted) {
      sorted = { always: [], byValue: new Map() };
      byKind.set(check.on, sorted);
    }
    if (!check.discriminator) {
      sorted.always.push(check);
      continue;
    }
    for (const value of check.discriminator.values) {
      const list = sorted.byValue.get(value);
      if (list) list.push(check);
      else sorted.byValue.set(value, [check]);
    }
  }
  return { byKind: new Map([...byKind].map(([kind, sorted]) => [kind, compiling(kind, sorted)])), checks };
}

const none: readonly CompiledCheck[] = [];

function compiling(kind: KindName, { always, byValue }: Sorted): KindChecks {
  const property = discriminators[kind];
  let compiledAlways: readonly CompiledCheck[] | undefined;
  const compiledByValue = new Map<unknown, readonly CompiledCheck[]>();
  return {
    ...(property && { property }),
    always: () => {
      compiledAlways ??= compileAll(always);
      return compiledAlways;
    },
    withValue: (value) => {
      const known = compiledByValue.get(value);
      if (known) return known;
      const planned = byValue.get(value);
      // Values that no check asks for are as many as files have words.
      if (!planned) return none;
      const compiled = compileAll(planned);
      compiledByValue.set(value, compiled);
      return compiled;
    },
  };
}

function compileAll(checks: readonly PlannedCheck[]): readonly CompiledCheck[] {
  return checks.flatMap((check) => check.compiled() ?? []);
}
