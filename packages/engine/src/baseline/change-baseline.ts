import { byCodeUnits } from '@dockwarden-internal/syntax';
import type { Finding } from '../finding.ts';
import { counted, fingerprintsOf, type KnownFindings, knownAs, mayBeKnown } from './baseline.ts';

export interface BaselineChange {
  /** What the baseline holds after it: of what it knew, what is still found, and what is new where that is accepted. */
  readonly known: KnownFindings;
  /** Fingerprints that it holds. */
  readonly count: number;
  /** Fingerprints that it knew and that are found no more. */
  readonly gone: number;
  /** Findings that it did not know. */
  readonly fresh: readonly Finding[];
}

export interface ChangeRules {
  /** Ids in lower case that nothing may silence. */
  readonly locked: ReadonlySet<string>;
  readonly acceptNew: boolean;
  /** Whether findings of an id could not be seen in this run, so that none of them is gone. */
  readonly isUnseen?: (id: string) => boolean;
}

/** Holds a baseline to what is found today; without one that there is, all of it is accepted. */
export function changeBaseline(
  before: KnownFindings | undefined,
  findings: readonly Finding[],
  { locked, acceptNew, isUnseen = () => false }: ChangeRules,
): BaselineChange {
  const unseen = Object.entries(before ?? {}).filter(([id]) => isUnseen(id));
  const seen = Object.fromEntries(Object.entries(before ?? {}).filter(([id]) => !isUnseen(id)));
  const left = counted(seen);
  const knownBefore = [...left.values()].reduce((sum, times) => sum + times, 0);
  const takesNew = before === undefined || acceptNew;
  const known = new Map(unseen.map(([id, files]) => [id, new Map(Object.entries(files))]));
  const fresh: Finding[] = [];
  let kept = 0;
  let count = unseen.flatMap(([, files]) => Object.values(files)).flat().length;
  for (const finding of findings.filter((each) => !each.suppressed && mayBeKnown(each, locked))) {
    let isFresh = false;
    for (const [index, print] of fingerprintsOf(finding).entries()) {
      // What was known under an id that was replaced is written under the one that replaces it.
      const key = knownAs(finding)
        .map((keys) => keys[index]!)
        .find((each) => (left.get(each) ?? 0) > 0);
      if (key !== undefined) {
        left.set(key, left.get(key)! - 1);
        kept++;
      } else isFresh = true;
      if (key === undefined && !takesNew) continue;
      add(known, finding, print);
      count++;
    }
    if (isFresh) fresh.push(finding);
  }
  return { known: sorted(known), count, gone: knownBefore - kept, fresh };
}

function add(known: Map<string, Map<string, readonly string[]>>, { id, place }: Finding, print: string): void {
  const files = known.get(id) ?? new Map<string, readonly string[]>();
  known.set(id, files);
  files.set(place.source.path, [...(files.get(place.source.path) ?? []), print]);
}

function sorted(known: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>): KnownFindings {
  const byName = <T>(entries: ReadonlyMap<string, T>) => [...entries].sort(([a], [b]) => byCodeUnits(a, b));
  return Object.fromEntries(
    byName(known).map(([id, files]) => [
      id,
      Object.fromEntries(byName(files).map(([path, prints]) => [path, [...prints].sort()])),
    ]),
  );
}
