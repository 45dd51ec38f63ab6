import type { Finding } from '../finding.ts';

/** Fixes that were tried and taken back. */
export interface Refused {
  readonly has: (finding: Finding, all: readonly Finding[]) => boolean;
  /** Whether there are any. */
  readonly some: () => boolean;
  readonly add: (finding: Finding, all: readonly Finding[]) => void;
}

/** Fixes of one check in one file that are tried in vain before the others are not tried either. */
const mostStrikes = 3;

/** Places move while files are mended: a finding is known by its fingerprint and its number among its equals. */
export function refusals(): Refused {
  const numbers = new Map<string, Set<number>>();
  const strikes = new Map<string, number>();
  return {
    has: (finding, all) => {
      if ((strikes.get(checkIn(finding)) ?? 0) >= mostStrikes) return true;
      return numbers.get(finding.fingerprint)?.has(numberOf(finding, all)) === true;
    },
    some: () => numbers.size > 0,
    add: (finding, all) => {
      const known = numbers.get(finding.fingerprint) ?? new Set();
      numbers.set(finding.fingerprint, known.add(numberOf(finding, all)));
      strikes.set(checkIn(finding), (strikes.get(checkIn(finding)) ?? 0) + 1);
    },
  };
}

function checkIn({ id, place }: Finding): string {
  return `${place.source.path}\0${id}`;
}

function numberOf(finding: Finding, all: readonly Finding[]): number {
  return all.filter((each) => each.fingerprint === finding.fingerprint).indexOf(finding);
}
