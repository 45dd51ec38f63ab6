import { relative, resolve, sep } from 'node:path';
import { getProjects, logger, readNxJson, readProjectConfiguration, type Tree } from 'nx/src/devkit-exports';
import type { Linter } from '../../executors/lint/linter.ts';
import { loadLinter } from '../../executors/lint/load-linter.ts';
import { nearestFolder } from '../../inference/nearest-folder.ts';
import { registeredSelection } from '../../inference/registered-selection.ts';
import type { DockerFixOptions } from '../../options/docker-fix-options.ts';
import { graphOf } from '../tree/graph-of.ts';
import { stopOnProblems } from '../tree/stop-on-problems.ts';

/** Plans the fixes and writes them to Nx's tree, so that `--dry-run` and the preview in an editor show them first. */
export async function dockerFixGenerator(tree: Tree, options: DockerFixOptions): Promise<void> {
  await planFixes(tree, options, await loadLinter());
}

export async function planFixes(tree: Tree, { project, unsafe }: DockerFixOptions, linter: Linter): Promise<void> {
  const root = project === undefined ? undefined : readProjectConfiguration(tree, project).root;
  const { report, changed, exitCode, ...outcome } = await linter.lint({
    cwd: tree.root,
    ...(root !== undefined && { paths: [root] }),
    fix: true,
    dryRun: true,
    unsafe: unsafe ?? false,
  });
  if (exitCode >= 2) stopOnProblems(tree, report.diagnostics, outcome.root);
  if (exitCode >= 2) throw new Error('dockwarden could not lint the workspace.');
  const isMeant = await meantBy(tree, root);
  const plans = changed
    .map((file) => ({ ...file, path: relative(tree.root, resolve(outcome.root, file.path)).split(sep).join('/') }))
    .filter(({ path }) => isMeant(path));
  for (const { path, before, after } of plans) {
    if (tree.read(path, 'utf8') === before) tree.write(path, after);
    else logger.warn(`${path} is left alone: another generator has changed it in this run.`);
  }
  if (plans.length === 0) logger.info('Nothing to fix.');
}

/** What `docker-lint` of the project looks at: neither what projects below it own, nor what the plugin is told to leave out. */
async function meantBy(tree: Tree, root: string | undefined): Promise<(path: string) => boolean> {
  const isSelected = registeredSelection(readNxJson(tree)) ?? (() => true);
  if (root === undefined) return isSelected;
  const roots = new Set([...getProjects(tree).values()].map((each) => each.root));
  // Those that only plugins know, too.
  for (const each of (await graphOf()).keys()) roots.add(each);
  return (path) => isSelected(path) && nearestFolder(path, (folder) => roots.has(folder)) === root;
}
