import { kindPlace, logicalWay, type Root, rootPlace, rootProjects } from '@dockwarden-internal/facts';
import { defaultMessage } from './default-message.ts';
import type { Hit } from './evaluate.ts';
import type { Finding } from './finding.ts';
import { fingerprint } from './fingerprint.ts';
import { planFix } from './fix/plan-fix.ts';
import { maskedPlaces, wordsWithoutSecrets } from './hidden.ts';
import { relatedPlaces } from './related-places.ts';

/** Where the page of a policy is. */
export function docsPage(policy: string): string {
  return `https://dockwarden.dev/policies/${policy}`;
}

/** Turns a hit into a finding: place, words, fingerprint and fix. */
export function toFinding(root: Root, hit: Hit): Finding {
  const { check, env } = hit;
  const place =
    check.at?.place(env.self, env) ??
    kindPlace(check.selfKind, env.self) ??
    kindPlace(check.on, env.on) ??
    rootPlace(root);
  const related = relatedPlaces(hit, place);
  const fix = planFix(hit);
  const masked = maskedPlaces(root, [place, ...related.map((each) => each.place)]);
  const words = check.message ? check.message.render(env) : defaultMessage(hit);
  return {
    id: check.id,
    policy: check.policy,
    severity: check.severity,
    category: check.category,
    certain: hit.certain,
    message: hit.certain ? words : `${words} (cannot be told for certain here)`,
    aliases: check.aliases,
    docs: docsPage(check.policy),
    fingerprint: fingerprint(check.id, logicalWay(root, place), wordsWithoutSecrets(place, masked)),
    place,
    projects: rootProjects(root),
    related,
    ...(fix && { fix }),
    suppressed: null,
    also: [],
    masked,
  };
}
