import type { FixGroup } from './fix-groups.ts';

/** How many fixes of a group are tried together: fewer and fewer, until the one is found that spoils the rest. */
export interface Depths {
  readonly cut: (group: FixGroup) => FixGroup;
  /** After a trial of the group that went well, or in which it spoiled something. */
  readonly deepen: (part: FixGroup) => void;
  readonly halve: (part: FixGroup) => void;
}

export function depths(): Depths {
  const known = new Map<string, number>();
  return {
    cut: (group) => ({ ...group, offers: group.offers.slice(0, known.get(keyOf(group)) ?? group.offers.length) }),
    deepen: (part) => {
      const depth = known.get(keyOf(part));
      if (depth !== undefined) known.set(keyOf(part), depth * 2);
    },
    halve: (part) => known.set(keyOf(part), half(part.offers.length)),
  };
}

/** At least one. */
export function half(number: number): number {
  return Math.max(1, Math.floor(number / 2));
}

function keyOf({ paths }: FixGroup): string {
  return [...paths].sort().join('\0');
}
