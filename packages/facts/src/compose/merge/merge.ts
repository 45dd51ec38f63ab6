import type { ComposeFaults } from '../faults.ts';
import { sameData } from '../load/same-data.ts';
import { isNull, type Located, type LocatedEntry, type LocatedMap, listOf } from '../located.ts';
import { type Rule, ruleAt } from './rules.ts';

/**
 * Merges one value over another by Compose's rules. Each value keeps the place that set it; a map keeps the base's.
 * Both sides are in canonical form.
 */
export function merge(base: Located, over: Located, rule: Rule | undefined, faults: ComposeFaults): Located {
  const mergeMaps = (a: LocatedMap, b: LocatedMap) => mergeEntries(a, b, rule, faults);
  if (rule?.merge) return rule.merge(base, over, mergeMaps);
  if (isNull(over)) return base;
  if (base.kind === 'map' && over.kind === 'map') return mergeMaps(base, over);
  if (base.kind === 'list' && over.kind === 'list')
    return listOf(base, rule?.unique ? [...base.items, ...over.items] : append(base.items, over.items));
  if (base.kind !== 'scalar') faults.add('merge', `A ${base.kind} cannot be overridden by something else.`, over.place);
  return over;
}

/** An item that is there already is not appended; where items have a key, the later one counts in the end. Source: compose-go override.appendWithoutDuplicates. */
function append(base: readonly Located[], over: readonly Located[]): readonly Located[] {
  const items = [...base];
  for (const item of over) if (!items.some((known) => sameItem(known, item))) items.push(item);
  return items;
}

/** Of what is in such lists only the paths to watch start from a folder. */
function sameItem(a: Located, b: Located): boolean {
  return sameData(a, b, (key) => key === 'path');
}

function mergeEntries(base: LocatedMap, over: LocatedMap, rule: Rule | undefined, faults: ComposeFaults): LocatedMap {
  if (over.entries.size === 0) return base;
  const entries = new Map<string, LocatedEntry>(base.entries);
  for (const [key, entry] of over.entries) {
    const old = entries.get(key);
    if (!old) entries.set(key, entry);
    else {
      const value = merge(old.value, entry.value, ruleAt(rule, key), faults);
      entries.set(key, { key, place: value === entry.value ? entry.place : old.place, value });
    }
  }
  return { ...base, entries };
}

/** Drops the items of lists that a later one replaces; that one takes the earlier one's position. */
export function dropRepeated(value: Located, rule: Rule | undefined): Located {
  if (!rule) return value;
  if (value.kind === 'list' && rule.unique) {
    const byKey = new Map<string | number, Located>();
    for (const [index, item] of value.items.entries()) byKey.set(rule.unique(item) ?? index, item);
    return byKey.size === value.items.length ? value : listOf(value, [...byKey.values()]);
  }
  if (value.kind !== 'map' || !rule.keys) return value;
  let entries: Map<string, LocatedEntry> | undefined;
  for (const [key, entry] of value.entries) {
    const kept = dropRepeated(entry.value, ruleAt(rule, key));
    if (kept === entry.value) continue;
    entries ??= new Map(value.entries);
    entries.set(key, { ...entry, value: kept });
  }
  return entries ? { ...value, entries } : value;
}
