import { MANIFEST_MARKS } from '@dockwarden-internal/facts/manifest-block/manifest-lines';
import { loadSetup } from '@dockwarden-internal/run';
import type { Tree } from '@nx/devkit';
import type { DockerSetupOptions } from '../../options/docker-setup-options.ts';
import { registerPlugin } from '../init/register-plugin.ts';
import { registerSync } from '../init/register-sync.ts';
import { graphOf } from '../tree/graph-of.ts';
import { plannedTexts } from '../tree/planned-texts.ts';
import { writeSetups } from '../tree/write-setups.ts';

/** Plans on Nx's tree the files that make a project ready for containers: all of them, or none. */
export async function dockerSetupGenerator(tree: Tree, options: DockerSetupOptions): Promise<void> {
  const { project, projects = [], all = false, ...values } = options;
  if (project === undefined && projects.length === 0 && !all)
    throw new Error('Name a project: nx g @dockwarden/nx:docker-setup api, --projects "tag:…", or --all');
  const { planSetupOn } = await loadSetup();
  const plan = await planSetupOn({
    cwd: tree.root,
    choice: { named: project === undefined ? [] : [project], patterns: projects, all },
    values,
    texts: plannedTexts(tree),
    graph: await graphOf(),
  });
  const changes = writeSetups(tree, plan);
  registerPlugin(tree);
  if (changes.some(({ after }) => after.includes(MANIFEST_MARKS.close))) registerSync(tree);
}
