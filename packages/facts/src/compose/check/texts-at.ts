import { at, type Located, type LocatedScalar } from '../located.ts';

/** The texts of a list, or the one alone, that no unknown variable is part of. */
export function textsAt(service: Located, key: string): (LocatedScalar & { readonly value: string })[] {
  const value = at(service, key);
  const items = value?.kind === 'list' ? value.items : value ? [value] : [];
  return items.filter(
    (item) => item.kind === 'scalar' && item.holes.length === 0 && typeof item.value === 'string',
  ) as (LocatedScalar & { readonly value: string })[];
}
