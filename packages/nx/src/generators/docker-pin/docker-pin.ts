import { loadBuilds } from '@dockwarden-internal/run';
import { logger, type Tree } from 'nx/src/devkit-exports';
import type { DockerPinOptions } from '../../options/docker-pin-options.ts';

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
  const faults = outcome.diagnostics.map(({ message, hint, path }) => [path, message, hint].filter(Boolean).join(': '));
  if (outcome.diagnostics.some(({ exit }) => exit === 2)) throw new Error(faults.join('\n'));
  for (const { path, line, name, before, after } of outcome.changes)
    logger.info(`${path}:${line}: ${name} ${before === undefined ? 'is pinned to' : 'has moved to'} ${after}`);
  for (const { path, before, after } of outcome.changed) {
    if ((tree.read(path, 'utf8') ?? '') === before) tree.write(path, after);
    else logger.warn(`${path} is left alone: another generator has changed it in this run.`);
  }
  for (const note of new Set([...faults, ...outcome.notes])) logger.warn(note);
  if (outcome.changed.length === 0 && faults.length === 0)
    logger.info('Every tag stands beside the digest that it points to.');
}
