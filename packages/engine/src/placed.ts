import type { Place } from '@dockwarden-internal/syntax';
import type { Finding } from './finding.ts';
import { identityOf, unite } from './fold.ts';

/** A finding with the places of its subjects, since a comment there counts as well as one at the words underlined. */
export interface Placed {
  readonly finding: Finding;
  /** One for each subject of which the same was found: several share a build context, or a base. */
  readonly subjects: readonly Place[];
}

/** Findings that say the same are one, with the subjects of all. */
export function unitePlaced(placed: readonly Placed[]): Placed[] {
  const subjects = new Map<string, readonly Place[]>();
  for (const each of placed) {
    const key = identityOf(each.finding);
    const known = subjects.get(key);
    subjects.set(key, known ? [...known, ...each.subjects] : each.subjects);
  }
  return unite(placed.map(({ finding }) => finding)).map((finding) => ({
    finding,
    subjects: subjects.get(identityOf(finding))!,
  }));
}
