import { logicalWay, type Root, rootProjects } from '@dockwarden-internal/facts';
import type { Place } from '@dockwarden-internal/syntax';
import type { Finding, Severity } from './finding.ts';
import { fingerprint } from './fingerprint.ts';
import { maskedPlaces, sentenceWithoutSecrets, wordsWithoutSecrets } from './hidden.ts';

/** What another program found in a file; it is silenced and counted as findings of policies are. */
export interface JoinedFinding {
  /** `tool:RULE`. */
  readonly id: string;
  /** The tool. */
  readonly policy: string;
  readonly severity: Severity;
  readonly category: string;
  readonly message: string;
  readonly aliases: readonly string[];
  /** Page of the rule. */
  readonly docs: string;
  readonly place: Place;
}

/** Findings of several programs may repeat what they read: secrets in their words are not repeated. */
export function joinFinding(root: Root, joined: JoinedFinding): Finding {
  const { place } = joined;
  const masked = maskedPlaces(root, [place]);
  return {
    ...joined,
    message: sentenceWithoutSecrets(joined.message, masked) || 'see the page of this rule',
    certain: true,
    fingerprint: fingerprint(joined.id, logicalWay(root, place), wordsWithoutSecrets(place, masked)),
    projects: rootProjects(root),
    related: [],
    suppressed: null,
    also: [],
    masked,
  };
}
