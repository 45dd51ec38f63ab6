import { oneLine } from '@dockwarden-internal/report/text/visible';
import { loadBuilds } from '@dockwarden-internal/run';
import { logger, type Tree } from 'nx/src/devkit-exports';
import type { DockerCiOptions } from '../../options/docker-ci-options.ts';
import { keptFiles } from '../tree/kept-files.ts';
import { stopOnProblems } from '../tree/stop-on-problems.ts';

/** Plans the workflow of a forge on Nx's tree, all of it or nothing. A file that says something else is left, unless `force` says otherwise. */
export async function dockerCiGenerator(tree: Tree, { force = false, ...values }: DockerCiOptions): Promise<void> {
  const { planCiFiles } = await loadBuilds();
  const { root, changes, notes, diagnostics } = await planCiFiles(tree.root, values, force);
  if (changes.length === 0 || diagnostics.some(({ exit }) => exit === 2)) stopOnProblems(tree, diagnostics, root);
  const differing = changes.filter(({ state }) => state === 'differs').map(({ path }) => path);
  if (differing.length > 0) throw new Error(keptFiles(differing));
  for (const { path, state, after } of changes)
    if (state === 'same') logger.info(`${path} is up to date.`);
    else tree.write(path, after);
  for (const note of notes) logger.warn(oneLine(note));
}
