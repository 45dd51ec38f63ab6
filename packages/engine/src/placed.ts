import type { Place } from '@dockwarden-internal/syntax';
import type { Finding } from './finding.ts';
import { identityOf } from './fold.ts';

/** A finding with the places of its subjects, since a comment there counts as well as one at the words underlined. */
export interface Placed {
  readonly finding: Finding;
  /** One for each subject of which the same was found: several share a build context, or a base. */
  readonly subjects: readonly Place[];
}

/** Findings with the same id, place and message are one, with the subjects and the projects of all. */
export function unitePlaced(placed: readonly Placed[]): Placed[] {
  const known = new Map<string, Placed>();
  for (const each of placed) {
    const key = identityOf(each.finding);
    const same = known.get(key);
    known.set(key, same ? unite(same, each) : each);
  }
  return [...known.values()];
}

function unite(one: Placed, other: Placed): Placed {
  const projects = [...new Set([...one.finding.projects, ...other.finding.projects])].sort();
  return { finding: { ...one.finding, projects }, subjects: [...one.subjects, ...other.subjects] };
}
