import { type Root, rootSource, type Suppression } from '@dockwarden-internal/facts';
import type { Finding } from '../finding.ts';
import type { KnownNames } from '../known-names.ts';
import type { Placed } from '../placed.ts';
import { type Claim, type Claims, claimsAt, claimsOf } from './claims.ts';
import { type IdleRules, idleFindings } from './idle.ts';
import { namesOf } from './names.ts';
import { nearMisses } from './near-miss.ts';
import { standingIn } from './standing.ts';
import { inForce } from './until.ts';

export interface SuppressionRules {
  /** `YYYY-MM-DD`: a suppression whose `until` lies before it has expired. */
  readonly today: string;
  /** Ids in lower case that nothing may silence: of policies, checks, or of other tools. */
  readonly locked: ReadonlySet<string>;
  /** Every id and alias of the checks that ran on a file, as written, by what it is in lower case. */
  readonly ranOn: (path: string) => ReadonlyMap<string, string>;
  /** Ids and aliases of the checks that run on a file in another run, such as those of built images; their comments are not unused here. */
  readonly elsewhere?: (path: string) => ReadonlySet<string>;
  readonly names?: KnownNames;
  readonly owners?: IdleRules['owners'];
  /** Whether a tool's comments count in a file; absent: those of all tools do. */
  readonly heeds?: Heeds;
}

export type Heeds = (path: string, tool: Suppression['tool']) => boolean;

const none: ReadonlySet<string> = new Set();

export interface Suppressing {
  /** What was found, in its order, and marked where a comment silences it. */
  readonly placed: readonly Placed[];
  /** Findings for comments that silence nothing, or have expired. */
  readonly idle: readonly Finding[];
}

/** Marks what comments of the roots' files silence. */
export function suppress(roots: readonly Root[], placed: readonly Placed[], rules: SuppressionRules): Suppressing {
  const { heeds = () => true, names = {} } = rules;
  const standing = roots
    .flatMap(standingIn)
    .filter(({ comment, suppression }) => heeds(comment.source.path, suppression.tool));
  const misses = roots.flatMap((root) => {
    const path = rootSource(root)?.path;
    if (path === undefined || !heeds(path, 'dockwarden')) return [];
    return nearMisses(root, { ran: rules.ranOn(path), names });
  });
  if (standing.length === 0) return { placed, idle: misses };
  const claims = claimsOf(standing.filter(({ suppression }) => inForce(suppression, rules.today)));
  const { locked } = rules;
  const judged = placed.map((each): Placed => {
    const reason = silencedBy(each, claims, locked);
    return reason === undefined
      ? each
      : { ...each, finding: { ...each.finding, suppressed: { kind: 'inline', reason } } };
  });
  const idle = standing.flatMap((each) => {
    const { path } = each.comment.source;
    return idleFindings(each, {
      ran: rules.ranOn(path),
      elsewhere: rules.elsewhere?.(path) ?? none,
      today: rules.today,
      names,
      owners: rules.owners,
    });
  });
  return { placed: judged, idle: [...idle, ...misses] };
}

/** A peer's comment is about one instruction: above a FROM it says nothing of what stands further down in the stage. */
function speaksOfSubjects({ standing: { root, suppression } }: Claim): boolean {
  return root.kind !== 'dockerfile' || suppression.scope !== 'instruction';
}

/** The reason of a comment that covers the words underlined, or of the first of those that between them cover every subject. */
function silencedBy({ finding, subjects }: Placed, claims: Claims, locked: ReadonlySet<string>): string | undefined {
  const onWords = claimsAt(finding, finding.place, claims);
  const onSubjects = subjects.map((subject) => claimsAt(finding, subject, claims).filter(speaksOfSubjects));
  const near = [...onWords, ...onSubjects.flat()];
  const [first] = near;
  if (!first) return undefined;
  const isLocked = namesOf(finding).some((name) => locked.has(name));
  for (const { standing, id } of near) if (id) (isLocked ? standing.refused : standing.used).add(id);
  const isCovered = onWords.length > 0 || onSubjects.every((found) => found.length > 0);
  return isCovered && !isLocked ? (first.standing.suppression.reason ?? '') : undefined;
}
