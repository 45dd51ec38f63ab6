import type { Finding } from '../finding.ts';
import type { Offer } from './choose-fixes.ts';

/**
 * The files that fixes have not made better: where a finding that was to be mended is still there, or one is new. Findings
 * are told apart by file and check, since their places move; those that are folded into others count by themselves.
 */
export function spoiledPaths(
  before: readonly Finding[],
  after: readonly Finding[],
  mended: readonly Offer[],
): ReadonlySet<string> {
  const left = new Map<string, number>();
  for (const finding of before) for (const each of withFolded(finding)) count(left, each, 1);
  for (const { finding } of mended) count(left, finding, -1);
  for (const finding of after) for (const each of withFolded(finding)) count(left, each, -1);
  const spoiled = [...left].filter(([, number]) => number < 0);
  return new Set(spoiled.map(([key]) => key.slice(0, key.indexOf('\0'))));
}

function count(counts: Map<string, number>, { place, id, suppressed }: Finding, by: number): void {
  if (suppressed) return;
  const key = `${place.source.path}\0${id}`;
  counts.set(key, (counts.get(key) ?? 0) + by);
}

function withFolded(finding: Finding): Finding[] {
  return [finding, ...finding.also.map((id) => ({ ...finding, id }))];
}

/** The files of which a parser refuses more than before. */
export function brokenPaths(before: FaultCounts, after: FaultCounts): ReadonlySet<string> {
  const broken = [...after].filter(([path, number]) => number > (before.get(path) ?? 0));
  return new Set(broken.map(([path]) => path));
}

export type FaultCounts = ReadonlyMap<string, number>;
