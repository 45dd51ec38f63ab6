import type { Offer } from './choose-fixes.ts';

/** Fixes that have a file in common, with all the files that they speak of. */
export interface FixGroup {
  readonly offers: Offer[];
  readonly paths: Set<string>;
}

/** Sorts fixes into groups that share no file, so that one which spoils its file holds up no other. */
export function groupFixes(offers: readonly Offer[]): FixGroup[] {
  const groupOf = new Map<string, FixGroup>();
  for (const offer of offers) {
    const paths = pathsOf(offer);
    const known = [...new Set(paths.flatMap((path) => groupOf.get(path) ?? []))];
    const [group = { offers: [], paths: new Set<string>() }, ...others] = known;
    for (const each of others.flatMap((other) => other.offers)) group.offers.push(each);
    group.offers.push(offer);
    for (const path of [...paths, ...others.flatMap((other) => [...other.paths])]) {
      group.paths.add(path);
      groupOf.set(path, group);
    }
  }
  return [...new Set(groupOf.values())];
}

function pathsOf({ finding, fix }: Offer): string[] {
  return [finding.place.source.path, ...fix.edits.map(({ source }) => source.path)];
}
