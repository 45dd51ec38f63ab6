import { logicalWay, type Root, rootProjects } from '@dockwarden-internal/facts';
import type { Place } from '@dockwarden-internal/syntax';
import type { Finding, Severity } from './finding.ts';
import { fingerprint } from './fingerprint.ts';
import { maskedPlaces, sentenceWithoutSecrets } from './hidden.ts';

/** A finding of the engine itself (a parse fault, an unused suppression), not of a policy. */
export interface BuiltinFinding {
  readonly id: string;
  readonly severity: Severity;
  readonly category: string;
  readonly message: string;
  readonly place: Place;
  readonly aliases?: readonly string[];
}

const pages = 'https://dockwarden.dev/findings/';

/** True for a finding of the engine itself. */
export function isBuiltin({ docs }: Finding): boolean {
  return docs.startsWith(pages);
}

export function builtinFinding(root: Root, builtin: BuiltinFinding): Finding {
  const { id, message, place } = builtin;
  const masked = maskedPlaces(root, [place]);
  return {
    id,
    policy: id,
    severity: builtin.severity,
    category: builtin.category,
    certain: true,
    message,
    aliases: builtin.aliases ?? [],
    docs: `${pages}${id}`,
    fingerprint: fingerprint(id, logicalWay(root, place), sentenceWithoutSecrets(message, masked)),
    place,
    projects: rootProjects(root),
    related: [],
    suppressed: null,
    also: [],
    masked,
  };
}
