import { logicalWay, type Root, rootProjects } from '@dockwarden-internal/facts';
import type { Place } from '@dockwarden-internal/syntax';
import type { Finding, Severity } from './finding.ts';
import { fingerprint } from './fingerprint.ts';

/** A finding of the engine itself (a parse fault, an unused suppression), not of a policy. */
export interface BuiltinFinding {
  readonly id: string;
  readonly severity: Severity;
  readonly category: string;
  readonly message: string;
  readonly place: Place;
  readonly aliases?: readonly string[];
}

export function builtinFinding(root: Root, builtin: BuiltinFinding): Finding {
  const projects = rootProjects(root);
  return {
    id: builtin.id,
    policy: builtin.id,
    severity: builtin.severity,
    category: builtin.category,
    certain: true,
    message: builtin.message,
    aliases: builtin.aliases ?? [],
    docs: `https://dockwarden.dev/findings/${builtin.id}`,
    fingerprint: fingerprint(builtin.id, projects, logicalWay(root, builtin.place), builtin.message),
    place: builtin.place,
    projects,
    related: [],
    suppressed: null,
    also: [],
    masked: [],
  };
}
