import { kindPlace, type Root, rootPlace } from '@dockwarden-internal/facts';
import type { CheckIndex } from './check-index.ts';
import type { Hit } from './evaluate.ts';
import { parseFaults } from './parse-faults.ts';
import type { Placed } from './placed.ts';
import { toFinding } from './to-finding.ts';
import { walk } from './walk.ts';

/** Everything that one root's facts, held against one configuration, give. */
export function lintRoot(root: Root, index: CheckIndex): Placed[] {
  const placed: Placed[] = parseFaults(root).map((finding) => ({ finding, subjects: [finding.place] }));
  walk(root, index, (hit) => {
    const finding = toFinding(root, hit);
    if (finding) placed.push({ finding, subjects: [subjectPlace(root, hit) ?? finding.place] });
  });
  return placed;
}

/** Of a Dockerfile's findings a comment in the Dockerfile speaks, also where the subject (an ignore file) lies elsewhere. */
function subjectPlace(root: Root, { check, env }: Hit) {
  const place = kindPlace(check.on, env.on);
  if (root.kind !== 'dockerfile' || place?.source === root.node.source) return place;
  return rootPlace(root);
}
