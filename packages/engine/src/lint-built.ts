import type { KindName, World } from '@dockwarden-internal/facts';
import type { CheckIndex } from './check-index.ts';
import type { Finding } from './finding.ts';
import { lintRoot } from './lint-root.ts';
import { suppress } from './suppress/suppress.ts';
import { waive } from './waivers/waive.ts';
import type { Waivers } from './waivers/waivers.ts';

export interface LintBuiltInput {
  readonly world: World;
  readonly checksFor: (path: string) => CheckIndex;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  readonly locked?: ReadonlySet<string>;
  readonly waivers?: Waivers;
}

/** True for the kinds of facts that only a build has. */
export function isBuiltKind(kind: KindName): boolean {
  return kind === 'built' || kind === 'built-entry' || kind === 'built-layer';
}

/** Holds the built images of a world to the policies on them; comments of their Dockerfiles and waivers silence as they do in a lint. */
export function lintBuilt({ world, checksFor, today, locked = new Set(), waivers }: LintBuiltInput): Finding[] {
  const placed = world.builds.flatMap((node) =>
    lintRoot({ kind: 'built', node }, checksFor(node.dockerfile.source.path)),
  );
  const files = [...new Set(world.builds.map(({ dockerfile }) => dockerfile))];
  const roots = files.map((node) => ({ kind: 'dockerfile' as const, node }));
  // What a comment or a waiver does for the rest of the file is for a lint to say.
  const commented = suppress(roots, placed, { today, locked, ranOn: () => new Map() });
  const judged = waivers ? waive(commented.placed, waivers, { world, today, locked }) : commented;
  return judged.placed.map(({ finding }) => finding);
}
