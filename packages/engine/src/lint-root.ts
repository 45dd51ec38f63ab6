import type { Root } from '@dockwarden-internal/facts';
import { kindPlace } from '@dockwarden-internal/facts';
import type { CheckIndex } from './check-index.ts';
import type { Finding } from './finding.ts';
import { foldAliases, unite } from './fold.ts';
import { parseFaults } from './parse-faults.ts';
import { type Placed, type SuppressionRules, suppress } from './suppress.ts';
import { toFinding } from './to-finding.ts';
import { walk } from './walk.ts';

/** Everything that one root's facts, held against one configuration, give; suppressed findings are in it and marked. */
export function lintRoot(root: Root, index: CheckIndex, rules: SuppressionRules): Finding[] {
  const placed: Placed[] = parseFaults(root).map((finding) => ({ finding, subject: finding.place }));
  walk(root, index, (hit) => {
    const finding = toFinding(root, hit);
    placed.push({ finding, subject: kindPlace(hit.check.on, hit.env.on) ?? finding.place });
  });
  const subjects = new Map(placed.map(({ finding, subject }) => [finding.fingerprint + finding.message, subject]));
  const folded = foldAliases(unite(placed.map(({ finding }) => finding)));
  return suppress(
    root,
    folded.map((finding) => ({
      finding,
      subject: subjects.get(finding.fingerprint + finding.message) ?? finding.place,
    })),
    rules,
  );
}
