import { nearSuppression, type Root } from '@dockwarden-internal/facts';
import { builtinFinding } from '../builtin-findings.ts';
import type { Finding } from '../finding.ts';
import type { IdleRules } from './idle.ts';
import { commentsIn } from './standing.ts';

/** Findings for comments that were meant to silence something and are not read: the keyword is another, and what follows is an id. */
export function nearMisses(root: Root, { ran, names }: Pick<IdleRules, 'ran' | 'names'>): Finding[] {
  return commentsIn(root).flatMap((comment) => {
    const near = nearSuppression(comment);
    const [first] = near?.ids ?? [];
    const name = first?.id.toLowerCase();
    // What names no policy is prose.
    if (!near || name === undefined || !(ran.has(name) || names.isKnown?.(name))) return [];
    return builtinFinding(root, {
      id: 'suppression/unused',
      severity: 'warning',
      category: 'maintainability',
      message: `this is read as no suppression: write ${near.head} ${first!.id}`,
      place: comment,
    });
  });
}
