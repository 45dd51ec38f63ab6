import {
  kindPlace,
  logicalWay,
  type Project,
  projectPlace,
  type Root,
  rootPlace,
  rootProjects,
} from '@dockwarden-internal/facts';
import type { Place } from '@dockwarden-internal/syntax';
import { defaultMessage } from './default-message.ts';
import type { Hit } from './evaluate.ts';
import type { Finding } from './finding.ts';
import { fingerprint } from './fingerprint.ts';
import { planFix } from './fix/plan-fix.ts';
import { maskedPlaces, wordsWithoutSecrets } from './hidden.ts';
import { relatedPlaces } from './related-places.ts';
import { whatIsUnknown } from './what-is-unknown.ts';

/** Where the page of a policy is. */
export function docsPage(policy: string): string {
  return `https://dockwarden.dev/policies/${policy}`;
}

/** Turns a hit into a finding: place, words, fingerprint and fix; undefined where the workspace has no file for it to stand in. */
export function toFinding(root: Root, hit: Hit): Finding | undefined {
  const { check, env } = hit;
  const place = placeOf(root, hit);
  if (!place) return undefined;
  const related = relatedPlaces(hit, place);
  const fix = planFix(hit);
  const masked = maskedPlaces(root, [place, ...related.map((each) => each.place)]);
  const { message, listsMissing } = check.telling();
  const { text, values } = message ? message.tell(env) : defaultMessage(hit);
  const way = logicalWay(root, place);
  const plain = wordsWithoutSecrets(place, masked);
  const missing = listsMissing ? env.missing : [];
  const itemsAs = (id: string) => missing.map((item) => fingerprint(id, way, `${plain}\0${item}`));
  const items = itemsAs(check.id);
  const printsAs = (id: string) => (items.length > 0 ? itemsAs(id) : [fingerprint(id, way, plain)]);
  return {
    id: check.id,
    policy: check.policy,
    severity: check.severity,
    category: check.category,
    certain: hit.certain,
    ...(check.preview && { preview: true }),
    message: [text, ...asidesOf(hit)].join(' '),
    ...(masked.length > 0 && { values }),
    aliases: check.aliases,
    ...(check.formerly && { formerly: Object.fromEntries(check.formerly.map((id) => [id, printsAs(id)])) }),
    docs: docsPage(check.policy),
    fingerprint: fingerprint(check.id, way, plain),
    ...(items.length > 0 && { items }),
    place,
    projects: check.on === 'project' ? [(env.on as Project).model.name] : rootProjects(root),
    related,
    ...(fix && { fix }),
    suppressed: null,
    also: [],
    masked,
  };
}

function asidesOf(hit: Hit): string[] {
  return [...(hit.certain ? [] : [`(${doubt(hit)})`]), ...(hit.check.preview ? ['(preview: fails no build)'] : [])];
}

function doubt(hit: Hit): string {
  const unknown = whatIsUnknown(hit);
  return unknown.length > 0
    ? `not certain: ${unknown.join(', ')} cannot be known here`
    : 'cannot be told for certain here';
}

/** Where `at` says, else the subject or what stands nearest to it. A project is in its first file. */
function placeOf(root: Root, { check, env }: Hit): Place | undefined {
  return (
    check.telling().at?.place(env.self, env) ??
    kindPlace(check.selfKind, env.self) ??
    kindPlace(check.on, env.on) ??
    (check.on === 'project' ? projectPlace(env.on as Project) : rootPlace(root))
  );
}
