import { kindPlace, logicalWay, type Root, rootPlace, rootProjects, sensitivePlaces } from '@dockwarden-internal/facts';
import { overlaps, type Place, textAt } from '@dockwarden-internal/syntax';
import { defaultMessage } from './default-message.ts';
import type { Hit } from './evaluate.ts';
import type { Finding, RelatedPlace } from './finding.ts';
import { fingerprint } from './fingerprint.ts';
import { planFix } from './plan-fix.ts';

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
  const masked = sensitivePlaces(root).filter((secret) => secret.source === place.source);
  const projects = rootProjects(root);
  const words = check.message ? check.message.render(env) : defaultMessage(hit);
  const fix = planFix(hit);
  return {
    id: check.id,
    policy: check.policy,
    severity: check.severity,
    category: check.category,
    certain: hit.certain,
    message: hit.certain ? words : `${words} (cannot be told for certain here)`,
    aliases: check.aliases,
    docs: docsPage(check.policy),
    fingerprint: fingerprint(check.id, projects, logicalWay(root, place), safeText(place, masked)),
    place,
    projects,
    related: check.related.flatMap((path) => relatedPlaces(path, hit, place)),
    ...(fix && { fix }),
    suppressed: null,
    also: [],
    masked,
  };
}

function safeText(place: Place, masked: readonly Place[]): string {
  return masked.some((secret) => overlaps(secret.span, place.span)) ? '' : textAt(place);
}

function relatedPlaces(path: Hit['check']['related'][number], { env }: Hit, main: Place): RelatedPlace[] {
  const value = path.read(env.self, env);
  const { type } = path;
  const places =
    type.shape === 'facts' && Array.isArray(value)
      ? value.map((element) => kindPlace(type.kind, element))
      : [path.place(env.self, env)];
  return places
    .filter((place): place is Place => place !== undefined && !samePlace(place, main))
    .map((place) => ({ place, message: path.text === 'self' ? '' : spoken(path.text) }));
}

function samePlace(a: Place, b: Place): boolean {
  return a.source === b.source && a.span.start === b.span.start && a.span.end === b.span.end;
}

/** `on.ignoredBy` reads "ignored by". */
function spoken(path: string): string {
  return (path.split('.').at(-1) ?? path).replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
