import { loadSetup } from '@dockwarden-internal/run';
import type { Tree } from '@nx/devkit';
import type { DockerComposeOptions } from '../../options/docker-setup-options.ts';
import { plannedTexts } from '../tree/planned-texts.ts';
import { writeSetups } from '../tree/write-setups.ts';

/** Plans the Compose files of a project on Nx's tree. */
export async function dockerComposeGenerator(tree: Tree, { project, ...values }: DockerComposeOptions): Promise<void> {
  if (project === undefined) throw new Error('Name a project: nx g @dockwarden/nx:docker-compose api');
  const { planSetupOn } = await loadSetup();
  const choice = { named: [project], patterns: [], all: false };
  writeSetups(
    tree,
    await planSetupOn({ cwd: tree.root, choice, values, composeOnly: true, texts: plannedTexts(tree) }),
  );
}
