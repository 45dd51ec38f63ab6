import { at, isNull, type Located, type LocatedMap, listOf } from '../located.ts';
import { wholeKey } from './item-keys.ts';

/** Merges two values in a way of its own; `mergeMaps` is the general way for what lies inside. */
export type Merger = (base: Located, over: Located, mergeMaps: MergeMaps) => Located;
export type MergeMaps = (base: LocatedMap, over: LocatedMap) => LocatedMap;

/** The overriding value alone counts: commands, tests of health checks, one ulimit. */
export const replace: Merger = (_, over) => over;

/** `KEY=VALUE` lists replace key by key, also by a key without value. */
export const mergeKeyValues: Merger = (base, over) => {
  if (base.kind !== 'map' || over.kind !== 'map') return isNull(over) ? base : over;
  return { ...base, entries: new Map([...base.entries, ...over.entries]) };
};

/** Options of a logging driver belong to it: they are merged where both name one driver, or one of them names none. */
export const mergeLogging: Merger = (base, over, mergeMaps) => {
  if (base.kind !== 'map' || over.kind !== 'map') return over.kind === 'map' ? over : base;
  const [old, wanted] = [keyAt(base, 'driver'), keyAt(over, 'driver')];
  return old === undefined || wanted === undefined || old === wanted ? mergeMaps(base, over) : over;
};

/** Address pools of a network are the same by their subnet. */
export const mergePools: Merger = (base, over, mergeMaps) => {
  if (base.kind !== 'list' || over.kind !== 'list') return over.kind === 'list' ? over : base;
  const pools = new Map<string | number, Located>();
  for (const [index, pool] of [...base.items, ...over.items].entries()) {
    const key = keyAt(pool, 'subnet') ?? index;
    const known = pools.get(key);
    pools.set(key, known?.kind === 'map' && pool.kind === 'map' ? mergeMaps(known, pool) : pool);
  }
  return listOf(base, [...pools.values()]);
};

function keyAt(value: Located, name: string): string | undefined {
  const found = at(value, name);
  return found && wholeKey(found);
}
