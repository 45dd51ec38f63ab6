import { oneLine, visibleName } from '@dockwarden-internal/report/text/visible';
import { loadBuilds } from '@dockwarden-internal/run';
import { logger, type Tree } from 'nx/src/devkit-exports';
import type { DockerPinOptions } from '../../options/docker-pin-options.ts';
import { problemsText, stopOnProblems } from '../tree/stop-on-problems.ts';

/** Plans on Nx's tree the digests that tags of images point to today. */
export async function dockerPinGenerator(tree: Tree, { refresh, config }: DockerPinOptions): Promise<void> {
  const { pin, surroundingsOf } = await loadBuilds();
  const outcome = await pin({
    cwd: tree.root,
    check: false,
    dryRun: true,
    refresh: refresh === true,
    surroundings: surroundingsOf(process.env),
    ...(config !== undefined && { config }),
  });
  const { diagnostics } = outcome;
  if (diagnostics.some(({ exit }) => exit === 2)) stopOnProblems(tree, diagnostics, outcome.root);
  for (const { path, line, name, before, after } of outcome.changes)
    logger.info(
      `${visibleName(path)}:${line}: ${visibleName(name)} ${before === undefined ? 'is pinned to' : 'has moved to'} ${after}`,
    );
  for (const { path, before, after } of outcome.changed) {
    if ((tree.read(path, 'utf8') ?? '') === before) tree.write(path, after);
    else logger.warn(`${visibleName(path)} is left alone: another generator has changed it in this run.`);
  }
  if (diagnostics.length > 0) logger.warn(problemsText(tree, diagnostics, outcome.root));
  for (const note of new Set(outcome.notes)) logger.warn(oneLine(note));
  if (outcome.changed.length === 0 && diagnostics.length === 0)
    logger.info('Every tag stands beside the digest that it points to.');
}
