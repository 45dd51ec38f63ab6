import {
  directiveSuppressions,
  type Root,
  type SuppressedId,
  type Suppression,
  suppressionsIn,
} from '@dockwarden-internal/facts';
import { type Place, positionAt, suggest } from '@dockwarden-internal/syntax';
import { builtinFinding } from './builtin-findings.ts';
import type { Finding } from './finding.ts';

/** A finding with the place of its subject, since a comment there counts as well as one at the words underlined. */
export interface Placed {
  readonly finding: Finding;
  readonly subject: Place;
}

export interface SuppressionRules {
  /** `YYYY-MM-DD`: a suppression whose `until` lies before it has expired. */
  readonly today: string;
  /** Ids that no comment may silence. */
  readonly locked: ReadonlySet<string>;
  /** Every id and alias of the checks that ran; a comment that names none of them is not called unused. */
  readonly ran: ReadonlySet<string>;
}

interface Standing {
  readonly suppression: Suppression;
  readonly comment: Place;
  /** Lines that it covers, from 1. */
  readonly from: number;
  readonly to: number;
  readonly used: Set<SuppressedId | undefined>;
}

/** Marks what the file's comments silence, and adds findings for comments that silence nothing or have expired. */
export function suppress(root: Root, placed: readonly Placed[], rules: SuppressionRules): Finding[] {
  const standing = standingSuppressions(root);
  if (standing.length === 0) return placed.map(({ finding }) => finding);
  const findings = placed.map(({ finding, subject }) => {
    if (rules.locked.has(finding.policy) || rules.locked.has(finding.id)) return finding;
    const reason = silencedBy(finding, subject, standing, rules);
    return reason === undefined ? finding : { ...finding, suppressed: { kind: 'inline' as const, reason } };
  });
  return [...findings, ...standing.flatMap((each) => idle(root, each, rules))];
}

function silencedBy(
  finding: Finding,
  subject: Place,
  standing: readonly Standing[],
  rules: SuppressionRules,
): string | undefined {
  let reason: string | undefined;
  for (const each of standing) {
    if (expired(each.suppression, rules)) continue;
    if (!covers(each, finding.place) && !covers(each, subject)) continue;
    const match = matching(each.suppression, finding);
    if (!match) continue;
    each.used.add(match.id);
    reason ??= each.suppression.reason ?? '';
  }
  return reason;
}

function covers({ comment, from, to }: Standing, place: Place): boolean {
  if (place.source !== comment.source) return false;
  const { line } = positionAt(place.source, place.span.start);
  return from <= line && line <= to;
}

function matching(
  { tool, ids, everything }: Suppression,
  finding: Finding,
): { id: SuppressedId | undefined } | undefined {
  const names = namesOf(finding);
  if (everything && (tool === 'dockwarden' || names.some((name) => name.startsWith(`${tool}:`))))
    return { id: undefined };
  const id = ids.find((each) => names.includes(qualified(tool, each.id)));
  return id && { id };
}

function namesOf(finding: Finding): readonly string[] {
  return [
    finding.id,
    finding.policy,
    ...finding.also,
    ...finding.aliases.map((alias) => alias.toLowerCase()),
    ...finding.aliases,
  ];
}

/** An id as findings carry it: ours as it is, a peer's with the peer's name, in the spelling of our aliases. */
function qualified(tool: Suppression['tool'], id: string): string {
  if (tool === 'dockwarden') return id;
  if (tool === 'trivy')
    return `trivy:${id.replace(/^AVD-/i, '').replace(/^DS-?(\d+)$/i, (_, digits: string) => `DS-${digits.padStart(4, '0')}`)}`;
  if (tool === 'buildkit') return `buildkit:${id}`.toLowerCase();
  return `${tool}:${id}`;
}

function expired({ until }: Suppression, { today }: SuppressionRules): boolean {
  return until !== undefined && until < today;
}

function idle(root: Root, { suppression, comment, used }: Standing, rules: SuppressionRules): Finding[] {
  const { tool, ids, everything } = suppression;
  if (expired(suppression, rules)) {
    const message = `this suppression ended on ${suppression.until}: mend what it hides, or renew it`;
    return [
      builtinFinding(root, {
        id: 'suppression/expired',
        severity: 'warning',
        category: 'maintainability',
        message,
        place: comment,
      }),
    ];
  }
  if (everything) return [];
  return ids
    .filter((id) => !used.has(id) && !rules.locked.has(qualified(tool, id.id)))
    .filter((id) => tool === 'dockwarden' || rules.ran.has(qualified(tool, id.id)))
    .map((id) =>
      builtinFinding(root, {
        id: 'suppression/unused',
        severity: tool === 'dockwarden' ? 'warning' : 'info',
        category: 'maintainability',
        ...unused(id, comment, tool, rules),
      }),
    );
}

function unused(id: SuppressedId, comment: Place, tool: Suppression['tool'], { ran }: SuppressionRules) {
  const place = { source: comment.source, span: id.span };
  if (tool !== 'dockwarden' || ran.has(id.id))
    return { message: `${id.id} is not reported here: this suppression can go`, place };
  const near = suggest(id.id, ran);
  return { message: `no policy that ran is called ${id.id}${near ? `: did you mean ${near}?` : ''}`, place };
}

function standingSuppressions(root: Root): Standing[] {
  if (root.kind === 'dockerfile') {
    const { tree, source } = root.node;
    const comments = tree.comments.map((each): Place => ({ source, span: each.span }));
    return [
      ...comments.flatMap((comment) => suppressionsIn(comment).map((suppression) => stand(root, suppression, comment))),
      ...tree.directives
        .filter((each) => each.name === 'check')
        .flatMap((each) =>
          directiveSuppressions({ source, span: each.span }).map((suppression) =>
            stand(root, suppression, { source, span: each.span }),
          ),
        ),
    ];
  }
  if (root.kind !== 'compose-file' && root.kind !== 'compose') return [];
  const files = root.kind === 'compose' ? root.node.files : [root.node];
  return files.flatMap(({ source, tree }) =>
    tree.comments.flatMap((each) =>
      suppressionsIn({ source, span: each.span }).map((suppression) =>
        stand(root, suppression, { source, span: each.span }),
      ),
    ),
  );
}

function stand(root: Root, suppression: Suppression, comment: Place): Standing {
  const { line } = positionAt(comment.source, comment.span.start);
  return { suppression, comment, ...linesOf(root, suppression, comment, line), used: new Set() };
}

function linesOf(root: Root, { scope }: Suppression, comment: Place, line: number): { from: number; to: number } {
  if (scope === 'file') return { from: 1, to: Number.POSITIVE_INFINITY };
  if (scope === 'line') return { from: line, to: line };
  if (root.kind !== 'dockerfile') return { from: line, to: line + 1 };
  const { dockerfile } = { dockerfile: root.node };
  // A comment between the lines of an instruction is about that instruction.
  const next = dockerfile.instructions.find(
    (each) => each.node.endLine >= line && each.node.span.end > comment.span.start,
  );
  if (!next) return { from: line, to: line };
  const stage = next.node.keyword === 'from' && scope !== 'instruction' ? next.stage : undefined;
  const last = stage?.instructions.at(-1) ?? next;
  return { from: next.node.line, to: Math.max(next.node.endLine, last.node.endLine) };
}
