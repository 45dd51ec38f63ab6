import { suggest } from '@dockwarden-internal/syntax';
import type { CodeOwners } from './code-owners.ts';

/** Why nobody answers for something, in a sentence; undefined where somebody does, or owners are not known. */
export function noOwner(owner: string, owners: CodeOwners | undefined, what: string): string | undefined {
  if (!owners || owners.has(owner.toLowerCase())) return undefined;
  const near = suggest(owner, owners.values());
  return `${owner} owns nothing in CODEOWNERS, so that nobody answers for this ${what}${near ? `: did you mean ${near}?` : ''}`;
}
