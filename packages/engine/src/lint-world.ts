import { type Root, rootSource, type World, worldRoots } from '@dockwarden-internal/facts';
import type { CheckIndex } from './check-index.ts';
import type { Finding } from './finding.ts';
import { unite } from './fold.ts';
import { lintRoot } from './lint-root.ts';

export interface LintWorldInput {
  readonly world: World;
  /** The checks in force for a file, by its path from the root. */
  readonly checksFor: (path: string) => CheckIndex;
  readonly today: string;
  readonly locked?: ReadonlySet<string>;
  /** Files to be linted; absent: all of the world. */
  readonly paths?: ReadonlySet<string>;
  readonly progress?: (done: number, total: number) => void;
}

/** Lints every root of a world once. A file that stands in several roots gives each finding once. */
export function lintWorld({ world, checksFor, today, locked = new Set(), paths, progress }: LintWorldInput): Finding[] {
  const roots = worldRoots(world).filter((root) => concerns(root, paths));
  const names = new Map<CheckIndex, ReadonlySet<string>>();
  const findings: Finding[] = [];
  for (const [done, root] of roots.entries()) {
    progress?.(done, roots.length);
    const index = checksFor(rootSource(root)?.path ?? '.');
    let ran = names.get(index);
    if (!ran) {
      ran = new Set(
        index.checks.flatMap((check) => [
          check.id,
          check.policy,
          ...check.aliases,
          ...check.aliases.map((alias) => alias.toLowerCase()),
        ]),
      );
      names.set(index, ran);
    }
    findings.push(...lintRoot(root, index, { today, locked, ran }));
  }
  const wanted = paths ? findings.filter((finding) => paths.has(finding.place.source.path)) : findings;
  return unite(wanted);
}

function concerns(root: Root, paths: ReadonlySet<string> | undefined): boolean {
  if (!paths || root.kind === 'workspace') return true;
  const files = root.kind === 'compose' ? root.node.files.map((file) => file.source.path) : [rootSource(root)!.path];
  return files.some((path) => paths.has(path));
}
