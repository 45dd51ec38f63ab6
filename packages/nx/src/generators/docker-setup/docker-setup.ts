import { MANIFEST_MARKS } from '@dockwarden-internal/facts/manifest-block/manifest-lines';
import { loadSetup } from '@dockwarden-internal/run';
import type { GeneratorCallback, Tree } from '@nx/devkit';
import { loadLinter } from '../../executors/lint/load-linter.ts';
import type { DockerSetupOptions } from '../../options/docker-setup-options.ts';
import { registerPlugin } from '../init/register-plugin.ts';
import { registerSync } from '../init/register-sync.ts';
import { graphOf } from '../tree/graph-of.ts';
import { plannedTexts } from '../tree/planned-texts.ts';
import { writeSetups } from '../tree/write-setups.ts';
import { sayFindings } from './say-findings.ts';

/**
 * Plans on Nx's tree the files that make a project ready for containers: all of them, or none. Where files are kept, what policies say
 * of them is told once everything is written.
 */
export async function dockerSetupGenerator(
  tree: Tree,
  options: DockerSetupOptions,
): Promise<GeneratorCallback | undefined> {
  const { project, projects = [], all = false, ...values } = options;
  if (project === undefined && projects.length === 0 && !all)
    throw new Error('Name a project: nx g @dockwarden/nx:docker-setup api, --projects "tag:…", or --all');
  const { planSetupOn } = await loadSetup();
  const graph = await graphOf();
  const plan = await planSetupOn({
    cwd: tree.root,
    choice: { named: project === undefined ? [] : [project], patterns: projects, all },
    values,
    texts: plannedTexts(tree),
    graph,
  });
  const changes = writeSetups(tree, plan);
  registerPlugin(tree);
  if (changes.some(({ after }) => after.includes(MANIFEST_MARKS.close))) registerSync(tree);
  if (!values.adopt) return undefined;
  const names = plan.setups.map((each) => each.project);
  return async () => sayFindings(await loadLinter(), tree.root, { projects: names, graph });
}
