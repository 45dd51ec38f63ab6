import { loadBuilds } from '@dockwarden-internal/run';
import { logger, type Tree } from 'nx/src/devkit-exports';
import type { DockerCiOptions } from '../../options/docker-ci-options.ts';

/** Plans the workflow of a forge on Nx's tree, all of it or nothing. A file that says something else is left, unless `force` says otherwise. */
export async function dockerCiGenerator(tree: Tree, { force = false, ...values }: DockerCiOptions): Promise<void> {
  const { planCiFiles } = await loadBuilds();
  const { changes, notes, diagnostics } = await planCiFiles(tree.root, values, force);
  const fault = diagnostics.find(({ exit }) => exit === 2) ?? (changes.length === 0 ? diagnostics[0] : undefined);
  if (fault) throw new Error([fault.message, fault.hint].filter(Boolean).join('. '));
  const differing = changes.filter(({ state }) => state === 'differs').map(({ path }) => path);
  if (differing.length > 0)
    throw new Error(
      `${differing.join(', ')}: what is there says something else, and nothing is written. --force replaces it, and with --dry-run shows the difference.`,
    );
  for (const { path, state, after } of changes)
    if (state === 'same') logger.info(`${path} is up to date.`);
    else tree.write(path, after);
  for (const note of notes) logger.warn(note);
}
