import type { KindName } from '@dockwarden-internal/facts';
import type { CompiledCheck, PlannedCheck } from '@dockwarden-internal/policy';

/** The checks of one configuration, sorted so that a subject meets only those that may concern it. */
export interface CheckIndex {
  readonly byKind: ReadonlyMap<KindName, KindChecks>;
  readonly checks: readonly PlannedCheck[];
}

/** Checks are compiled when they are first asked for. */
export interface KindChecks {
  /** Checks that any subject of the kind may concern. */
  readonly always: () => readonly CompiledCheck[];
  readonly sorted: readonly SortedChecks[];
}

/** Checks of a kind that each concern only subjects with some values of one property. */
export interface SortedChecks {
  readonly property: string;
  /** Checks of subjects whose property has this value. */
  readonly withValue: (value: unknown) => readonly CompiledCheck[];
}

type ByValue = Map<unknown, PlannedCheck[]>;

interface Sorted {
  readonly always: PlannedCheck[];
  readonly byProperty: Map<string, ByValue>;
}

export function indexChecks(checks: readonly PlannedCheck[]): CheckIndex {
  const byKind = new Map<KindName, Sorted>();
  for (const check of checks) {
    const sorted = got(byKind, check.on, () => ({ always: [], byProperty: new Map() }));
    if (!check.discriminator) {
      sorted.always.push(check);
      continue;
    }
    const { property, values } = check.discriminator;
    const byValue = got(sorted.byProperty, property, () => new Map());
    for (const value of values) got(byValue, value, () => []).push(check);
  }
  return { byKind: new Map([...byKind].map(([kind, sorted]) => [kind, compiling(sorted)])), checks };
}

/** What a map has under a key, made where it has nothing. */
function got<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

function compiling({ always, byProperty }: Sorted): KindChecks {
  let compiled: readonly CompiledCheck[] | undefined;
  return {
    always: () => {
      compiled ??= compileAll(always);
      return compiled;
    },
    sorted: Array.from(byProperty, ([property, byValue]) => ({ property, withValue: compilingByValue(byValue) })),
  };
}

const none: readonly CompiledCheck[] = [];

function compilingByValue(byValue: ByValue): SortedChecks['withValue'] {
  const compiled = new Map<unknown, readonly CompiledCheck[]>();
  return (value) => {
    const known = compiled.get(value);
    if (known) return known;
    const planned = byValue.get(value);
    // Values that no check asks for are as many as files have words.
    if (!planned) return none;
    const checks = compileAll(planned);
    compiled.set(value, checks);
    return checks;
  };
}

function compileAll(checks: readonly PlannedCheck[]): readonly CompiledCheck[] {
  return checks.flatMap((check) => check.compiled() ?? []);
}
