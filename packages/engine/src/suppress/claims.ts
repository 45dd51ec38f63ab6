import type { SuppressedId } from '@dockwarden-internal/facts';
import { type Place, positionAt } from '@dockwarden-internal/syntax';
import { partitionPoint } from '@dockwarden-internal/syntax/text/partition-point';
import type { Finding } from '../finding.ts';
import { namesOf, qualified } from './names.ts';
import type { Standing } from './standing.ts';

/** A suppression that names a finding, and by which of its ids; by none where it means every finding of a tool. */
export interface Claim {
  readonly standing: Standing;
  readonly id?: SuppressedId;
}

/** The suppressions by their file, and in it by the name that they give. */
export type Claims = ReadonlyMap<string, ReadonlyMap<string, ClaimList>>;

/** Claims sorted by first line; `reach[i]` is the last line that any of the first `i + 1` covers. */
interface ClaimList {
  readonly claims: Claim[];
  readonly reach: number[];
}

export function claimsOf(standing: readonly Standing[]): Claims {
  const files = new Map<string, Map<string, ClaimList>>();
  const add = (name: string, claim: Claim) => {
    const { path } = claim.standing.comment.source;
    const inFile = files.get(path) ?? new Map<string, ClaimList>();
    files.set(path, inFile);
    const list = inFile.get(name) ?? { claims: [], reach: [] };
    inFile.set(name, list);
    list.claims.push(claim);
    list.reach.push(Math.max(list.reach.at(-1) ?? 0, claim.standing.to));
  };
  for (const each of [...standing].sort((a, b) => a.from - b.from)) {
    const { tool, ids, everything } = each.suppression;
    if (everything) add(allOf(tool), { standing: each });
    for (const id of ids) add(qualified(tool, id.id), { standing: each, id });
  }
  return files;
}

/** What names a finding and covers a place, the last to begin first. */
export function claimsAt(finding: Finding, { source, span }: Place, claims: Claims): Claim[] {
  const inFile = claims.get(source.path);
  // Most files have no such comment.
  if (!inFile) return [];
  const { line } = positionAt(source, span.start);
  return callNames(finding).flatMap((name) => {
    const list = inFile.get(name);
    return list ? covering(list, line) : [];
  });
}

function covering({ claims, reach }: ClaimList, line: number): Claim[] {
  const low = partitionPoint(claims, (each) => each.standing.from <= line);
  const found: Claim[] = [];
  for (let index = low - 1; index >= 0 && reach[index]! >= line; index--)
    if (claims[index]!.standing.to >= line) found.push(claims[index]!);
  return found;
}

/** What a finding is called by those who mean it, and by those who mean every finding of a tool. */
function callNames(finding: Finding): readonly string[] {
  const names = namesOf(finding);
  const tools = names.flatMap((name) => (name.includes(':') ? [allOf(name.slice(0, name.indexOf(':')))] : []));
  return [...new Set([...names, ...tools])];
}

function allOf(tool: string): string {
  return `${tool}:*`;
}
