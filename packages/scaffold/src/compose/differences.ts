import { type ComposeMap, RESET } from './compose-tree.ts';

/** Keys of a service whose value in a file is not the one that would be written, in the order of the plan. */
export function differingKeys(planned: ComposeMap, found: unknown): string[] {
  return Object.keys(planned).filter((key) => {
    const wanted = planned[key];
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, key)) return true;
    const there = (found as Record<string, unknown>)[key];
    return wanted === RESET ? there !== null : !same(wanted, there);
  });
}

function same(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || a === null) return a === b;
  if (typeof b !== 'object' || b === null || Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every(
      (key) => Object.hasOwn(b, key) && same((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]),
    )
  );
}
