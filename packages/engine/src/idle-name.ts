import { suggest } from '@dockwarden-internal/syntax';
import type { KnownNames } from './known-names.ts';
import { ownFinding } from './own-findings.ts';
import { withTool } from './with-tool.ts';

/** What a comment or a waiver names, and the names of what ran, as written, by what they are in lower case. */
export interface IdleName {
  readonly written: string;
  /** In lower case, with the tool whose id it is. */
  readonly name: string;
  readonly ran: ReadonlyMap<string, string>;
  readonly names?: Pick<KnownNames, 'isKnown' | 'nearKnown'>;
  readonly what: 'suppression' | 'waiver';
}

/** Why a name that is not locked silences nothing. */
export function whyIdle({ written, name, ran, names, what }: IdleName): string {
  const own = ownFinding(name);
  if (own && !name.startsWith('syntax/')) return `nothing silences ${written}: this ${what} can go`;
  if (ran.has(name) || own) return `${written} is not reported here: this ${what} can go`;
  if (names?.isKnown?.(name)) return `${written} is off here: this ${what} can go`;
  // Also of what is off here, or runs elsewhere.
  const near = withTool(written, ran.values()) ?? suggest(written, ran.values()) ?? names?.nearKnown?.(name);
  return `no policy that ran${what === 'waiver' ? ' here' : ''} is called ${written}${near ? `: did you mean ${near}?` : ''}`;
}
