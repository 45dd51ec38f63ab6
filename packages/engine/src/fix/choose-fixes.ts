import { overlaps, sameEdit, type TextEdit } from '@dockwarden-internal/syntax';
import { partitionPoint } from '@dockwarden-internal/syntax/text/partition-point';
import type { Finding, Fix } from '../finding.ts';

/** Edits by path of the file that they change. */
export type EditsByFile = ReadonlyMap<string, readonly TextEdit[]>;

/** A fix with the finding that it mends. */
export interface Offer {
  readonly finding: Finding;
  readonly fix: Fix;
}

/** Fixes that may be applied, in order of their findings. */
export function offeredFixes(findings: readonly Finding[], unsafe: boolean): Offer[] {
  return findings.flatMap((finding) =>
    finding.fix && !finding.suppressed && (unsafe || finding.fix.safety === 'safe')
      ? [{ finding, fix: finding.fix }]
      : [],
  );
}

/** Takes fixes whole, first come first served, as long as no edit overlaps one that is taken. Equal edits are one. */
export function withoutOverlap<O extends Pick<Offer, 'fix'>>(offers: readonly O[]): { edits: EditsByFile; taken: O[] } {
  const edits = new Map<string, TextEdit[]>();
  const taken = offers.filter(({ fix }) => take(fix, edits));
  return { edits, taken };
}

function take(fix: Fix, edits: Map<string, TextEdit[]>): boolean {
  const added: (() => void)[] = [];
  for (const { source, edit } of fix.edits) {
    const list = edits.get(source.path) ?? [];
    const index = placeFor(edit, list);
    if (index === undefined) {
      for (const undo of added.reverse()) undo();
      return false;
    }
    if (list[index - 1] && sameEdit(list[index - 1]!, edit)) continue;
    edits.set(source.path, list);
    list.splice(index, 0, edit);
    added.push(() => list.splice(index, 1));
  }
  return true;
}

/** Where an edit goes among those of its file, sorted by place; undefined where it is at odds with a neighbour. */
function placeFor(edit: TextEdit, list: readonly TextEdit[]): number | undefined {
  const low = partitionPoint(list, (each) => each.span.start <= edit.span.start);
  return [list[low - 1], list[low]].every((other) => !other || compatible(edit, other)) ? low : undefined;
}

/** Two inserts at one place, and an insert at the edge of a replaced stretch, could be meant in either order. */
function compatible(a: TextEdit, b: TextEdit): boolean {
  if (sameEdit(a, b)) return true;
  if (overlaps(a.span, b.span)) return false;
  return (!isInsert(a) && !isInsert(b)) || !touch(a, b);
}

function isInsert({ span }: TextEdit): boolean {
  return span.start === span.end;
}

function touch({ span: a }: TextEdit, { span: b }: TextEdit): boolean {
  return a.start === b.start || a.end === b.end || a.start === b.end || a.end === b.start;
}
