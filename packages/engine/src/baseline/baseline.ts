import type { Finding } from '../finding.ts';
import { namesOf } from '../suppress/names.ts';

/** Findings that were known when the baseline was written, by id and file: their fingerprints, sorted, one as often as it was found. */
export type KnownFindings = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/** What a finding is known by: itself, or each thing that it lists as missing. */
export function fingerprintsOf({ fingerprint, items = [] }: Finding): readonly string[] {
  return items.length > 0 ? items : [fingerprint];
}

/** Ids and fingerprints under which a baseline may know a finding, its own first, then those that it had. */
export function knownAs(finding: Finding): readonly (readonly string[])[] {
  const own = fingerprintsOf(finding).map((print) => keyOf(finding.id, print));
  const before = Object.entries(finding.formerly ?? {}).map(([id, prints]) => prints.map((print) => keyOf(id, print)));
  return [own, ...before];
}

export function keyOf(id: string, print: string): string {
  return `${id}\0${print}`;
}

/** Whether a finding may stand in a baseline: what is locked may not, nor what is said of waivers and comments themselves. */
export function mayBeKnown(finding: Finding, locked: ReadonlySet<string>): boolean {
  if (/^(?:waiver|suppression|configuration)\//.test(finding.id)) return false;
  return !namesOf(finding).some((name) => locked.has(name));
}

/** Marks the findings that the baseline knows; one that lists several things only where it knows all of them. */
export function withBaseline(
  findings: readonly Finding[],
  known: KnownFindings,
  locked: ReadonlySet<string>,
): readonly Finding[] {
  const left = counted(known);
  return findings.map((finding) => {
    if (finding.suppressed || !mayBeKnown(finding, locked)) return finding;
    const keys = knownAs(finding).find((each) => each.every((key) => (left.get(key) ?? 0) > 0));
    if (!keys) return finding;
    for (const key of keys) left.set(key, left.get(key)! - 1);
    return { ...finding, suppressed: { kind: 'baseline', reason: 'known when the baseline was written' } };
  });
}

/** How often each fingerprint of an id may be found, by `id\0fingerprint`. In which file does not matter: a project may have moved. */
export function counted(known: KnownFindings): Map<string, number> {
  const left = new Map<string, number>();
  for (const [id, files] of Object.entries(known))
    for (const print of Object.values(files).flat()) left.set(keyOf(id, print), (left.get(keyOf(id, print)) ?? 0) + 1);
  return left;
}
