import type { Finding } from '../finding.ts';

type Named = Pick<Finding, 'id' | 'policy' | 'aliases'>;

/** Everything that a comment may call a finding: check, policy, and its aliases in any case. */
export function namesOf({ id, policy, aliases }: Named): readonly string[] {
  return [id, policy, ...aliases].map((name) => name.toLowerCase());
}

/** The same of several, each name as it is written by what it is in lower case. */
export function spelledNames(all: readonly Named[]): ReadonlyMap<string, string> {
  const names = all.flatMap(({ id, policy, aliases }) => [id, policy, ...aliases]);
  return new Map(names.map((name) => [name.toLowerCase(), name]));
}

/** An id of a comment as findings carry it: ours as it is, a peer's with the peer's name. */
export function qualified(tool: string, id: string): string {
  const name = tool === 'dockwarden' ? id : `${tool}:${plainId(tool, id)}`;
  return name.toLowerCase();
}

/** Ids that a tool writes in several ways, as our aliases have them. */
function plainId(tool: string, id: string): string {
  if (tool === 'trivy') return trivyId(id);
  return tool === 'semgrep' ? semgrepId(id) : id;
}

/** `AVD-DS-0002` and `DS002` are what `DS-0002` was called before. */
function trivyId(id: string): string {
  return id.replace(/^AVD-/i, '').replace(/^DS-?(\d+)$/i, (_, digits: string) => `DS-${digits.padStart(4, '0')}`);
}

/** `dockerfile.security.missing-user.missing-user`: the folders of the rule, and then its name. */
function semgrepId(id: string): string {
  return id.slice(id.lastIndexOf('.') + 1);
}
