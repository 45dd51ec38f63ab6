import { loadBuilds } from '@dockwarden-internal/run';
import { logger, type Tree } from '@nx/devkit';
import type { DockerCiOptions } from '../../options/docker-ci-options.ts';

/** Plans the workflow of the CI system on Nx's tree. One that is there and says something else is left, unless `force` says otherwise. */
export async function dockerCiGenerator(tree: Tree, { branch, registry, force }: DockerCiOptions): Promise<void> {
  const { planCiFiles } = await loadBuilds();
  const plan = await planCiFiles(tree.root, {
    ...(branch !== undefined && { branch }),
    ...(registry !== undefined && { registry }),
  });
  if ('fault' in plan) throw new Error(plan.fault);
  for (const { path, text } of plan.files) {
    const before = tree.exists(path) ? tree.read(path, 'utf8') : undefined;
    if (before === text) logger.info(`${path} is up to date.`);
    else if (before !== undefined && !force)
      throw new Error(`${path} is there and differs: look at it with --force --dry-run, and replace it with --force`);
    else tree.write(path, text);
  }
}
