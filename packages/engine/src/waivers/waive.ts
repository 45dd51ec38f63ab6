import type { World } from '@dockwarden-internal/facts';
import type { LoadedWaiver } from '@dockwarden-internal/policy';
import { type Place, positionAt } from '@dockwarden-internal/syntax';
import type { Finding, Suppressed } from '../finding.ts';
import type { Placed } from '../placed.ts';
import { namesOf } from '../suppress/names.ts';
import { isAboutPlace, isInForce, type Waivers } from './waivers.ts';

export interface Waiving {
  readonly placed: readonly Placed[];
  /** Those that silenced something, or would have if a comment had not. */
  readonly used: ReadonlySet<LoadedWaiver>;
  /** Those that would have, were the policy not locked. */
  readonly refused: ReadonlySet<LoadedWaiver>;
}

export interface WaivingRules {
  readonly world: World;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** Ids in lower case that nothing may silence. */
  readonly locked: ReadonlySet<string>;
}

/**
 * Marks what waivers silence. One speaks of a subject (a project's, a file's, a stage, a service), not of a line, so that it also covers what is
 * missing; what several projects or subjects share is silenced only where all of them are covered.
 */
export function waive(placed: readonly Placed[], { list }: Waivers, { world, today, locked }: WaivingRules): Waiving {
  const used = new Set<LoadedWaiver>();
  const refused = new Set<LoadedWaiver>();
  const byName = new Map<string, LoadedWaiver[]>();
  for (const waiver of list.filter((each) => isInForce(each, today))) {
    const name = waiver.policy.toLowerCase();
    byName.set(name, [...(byName.get(name) ?? []), waiver]);
  }
  const judged = placed.map((each) => {
    const names = namesOf(each.finding);
    const named = names.flatMap((name) => byName.get(name) ?? []);
    if (named.length === 0) return each;
    const covering = coveringOf(each, named, world);
    if (covering.length === 0) return each;
    const isLocked = names.some((name) => locked.has(name));
    for (const waiver of covering) (isLocked ? refused : used).add(waiver);
    if (isLocked || each.finding.suppressed) return each;
    return { ...each, finding: { ...each.finding, suppressed: suppressedBy(covering[0]!) } };
  });
  return { placed: judged, used, refused };
}

/** The waivers that between them cover a finding, for every project that it is of; none where one is not covered. */
function coveringOf({ finding, subjects }: Placed, waivers: readonly LoadedWaiver[], world: World): LoadedWaiver[] {
  const covering = new Set<LoadedWaiver>();
  for (const owner of ownersOf(finding)) {
    const own = waivers.filter(({ project }) => project === undefined || project === owner);
    const about = (place: Place) => own.filter((waiver) => isAboutPlace(waiver, place, world));
    const onWords = about(finding.place);
    const onSubjects = onWords.length > 0 ? [] : subjects.map(about);
    if (onWords.length === 0 && (subjects.length === 0 || onSubjects.some((found) => found.length === 0))) return [];
    for (const waiver of [...onWords, ...onSubjects.flat()]) covering.add(waiver);
  }
  return [...covering];
}

/** A file of no project is nobody's. */
function ownersOf({ projects }: Finding): readonly (string | undefined)[] {
  return projects.length === 0 ? [undefined] : projects;
}

function suppressedBy({ reason, owner, expires, placeOf }: LoadedWaiver): Suppressed {
  const { source, span } = placeOf('policy');
  const writtenAt = `${source.path}:${positionAt(source, span.start).line}`;
  return { kind: 'waiver', reason, owner, until: expires, writtenAt };
}
