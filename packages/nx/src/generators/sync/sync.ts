import { loadSetup } from '@dockwarden-internal/run';
import type { Tree } from '@nx/devkit';
import { plannedTexts } from '../tree/planned-texts.ts';
import { stopOnProblems } from '../tree/stop-on-problems.ts';

/**
 * Nx's sync generator: brings the marked blocks of Dockerfiles in step with the workspace's manifests. `nx sync` writes them, `nx sync:check` fails
 * where one is behind. Source: https://nx.dev/docs/concepts/sync-generators
 */
export async function syncGenerator(tree: Tree): Promise<{ outOfSyncMessage?: string; outOfSyncDetails?: string[] }> {
  const { over, sync } = await loadSetup();
  const { root, changes, diagnostics, exit } = await sync({
    cwd: tree.root,
    check: true,
    overlay: over(plannedTexts(tree)),
  });
  // To say that all is in step would be a guess.
  if (exit >= 2) stopOnProblems(tree, diagnostics, root);
  if (changes.length === 0) return {};
  for (const { path, after } of changes) tree.write(path, after);
  return {
    outOfSyncMessage: 'Dockerfiles copy other manifests than their projects need.',
    outOfSyncDetails: changes.map(({ path }) => path),
  };
}
