import { at, isNull, type Located, type LocatedEntry, type LocatedMap, scalarOf, withEntry } from '../located.ts';
import type { Variables } from '../variables/expand.ts';

/**
 * Gives names without value in `environment` and `build.args` the value that they take from the project's variables,
 * where that is known.
 */
export function takeValues(model: LocatedMap, variables: Variables): LocatedMap {
  const services = at(model, 'services');
  if (services?.kind !== 'map') return model;
  const entries = new Map(services.entries);
  for (const entry of services.entries.values()) {
    const value = taken(taken(entry.value, ['environment'], variables), ['build', 'args'], variables);
    if (value !== entry.value) entries.set(entry.key, { ...entry, value });
  }
  return withEntry(model, 'services', { ...services, entries });
}

function taken(value: Located, [key, ...rest]: readonly string[], variables: Variables): Located {
  if (value.kind !== 'map') return value;
  if (key === undefined) return fill(value, variables);
  const inner = value.entries.get(key)?.value;
  const filled = inner && taken(inner, rest, variables);
  return filled && filled !== inner ? withEntry(value, key, filled) : value;
}

function fill(map: LocatedMap, variables: Variables): LocatedMap {
  let entries: Map<string, LocatedEntry> | undefined;
  for (const [name, entry] of map.entries) {
    const value = isNull(entry.value) ? variables.get(name) : undefined;
    if (value === undefined) continue;
    entries ??= new Map(map.entries);
    entries.set(name, { ...entry, value: { ...scalarOf(entry.value, value), variables: [name] } });
  }
  return entries ? { ...map, entries } : map;
}
