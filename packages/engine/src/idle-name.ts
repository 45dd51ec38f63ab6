import { suggest } from '@dockwarden-internal/syntax';
import { ownFinding } from './own-findings.ts';

/** What a comment or a waiver names, and the names of what ran, as written, by what they are in lower case. */
export interface IdleName {
  readonly written: string;
  /** In lower case, with the tool whose id it is. */
  readonly name: string;
  readonly ran: ReadonlyMap<string, string>;
  /** Whether any policy or check is called so, also one that is off; absent: that is not known. */
  readonly isKnown?: (name: string) => boolean;
  readonly what: 'suppression' | 'waiver';
}

/** Why a name that is not locked silences nothing. */
export function whyIdle({ written, name, ran, isKnown, what }: IdleName): string {
  const own = ownFinding(name);
  if (own && !name.startsWith('syntax/')) return `nothing silences ${written}: this ${what} can go`;
  if (ran.has(name) || own) return `${written} is not reported here: this ${what} can go`;
  if (isKnown?.(name)) return `${written} is off here: this ${what} can go`;
  const near = nearName(written, ran.values());
  return `no policy that ran${what === 'waiver' ? ' here' : ''} is called ${written}${near ? `: did you mean ${near}?` : ''}`;
}

/** The id of another tool is often written without the tool. */
function nearName(word: string, names: Iterable<string>): string | undefined {
  const known = [...names];
  const tail = `:${word.toLowerCase()}`;
  return known.find((each) => each.toLowerCase().endsWith(tail)) ?? suggest(word, known);
}
