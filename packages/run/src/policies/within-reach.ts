import { type CheckIndex, type Finding, IDLE_SETTING, indexChecks, namesOf } from '@dockwarden-internal/engine';
import { type PolicyDocument, reachOf } from '@dockwarden-internal/policy';
import type { Terms } from './shared-terms.ts';

/**
 * Splits policies between runs whose results are kept apart: `project` are those that look at a file and its project, `workspace`
 * those that look at other files of the workspace.
 */
export type ReachSplit = 'project' | 'workspace';

/** One side of the split. */
export interface WithinReach {
  readonly checks: (index: CheckIndex) => CheckIndex;
  /** Ids and aliases of the checks of the other side. */
  readonly elsewhere: (index: CheckIndex) => ReadonlySet<string>;
  /** Whether a finding is of this side: what is said of a file itself (that it cannot be read, an idle comment) is of `project`. */
  readonly owns: (finding: Finding) => boolean;
}

export function withinReach(
  reach: ReachSplit,
  documents: ReadonlyMap<string, PolicyDocument>,
  terms: Terms = {},
): WithinReach {
  // Whether a setting fits nothing is told from all projects.
  const sides = new Map<string, ReachSplit>([[IDLE_SETTING, 'workspace']]);
  const sideOf = (policy: string): ReachSplit => {
    const document = documents.get(policy);
    const side = sides.get(policy) ?? (document && reachOf(document, terms) === 'workspace' ? 'workspace' : 'project');
    sides.set(policy, side);
    return side;
  };
  const split = new Map<CheckIndex, { readonly checks: CheckIndex; readonly elsewhere: ReadonlySet<string> }>();
  const partsOf = (index: CheckIndex) => {
    const known = split.get(index);
    if (known) return known;
    const own = index.checks.filter(({ policy }) => sideOf(policy) === reach);
    const others = index.checks.filter(({ policy }) => sideOf(policy) !== reach);
    const parts = { checks: indexChecks(own), elsewhere: new Set(others.flatMap(namesOf)) };
    split.set(index, parts);
    return parts;
  };
  return {
    checks: (index) => partsOf(index).checks,
    elsewhere: (index) => partsOf(index).elsewhere,
    owns: ({ policy }) => sideOf(policy) === reach,
  };
}
