import {
  addDependenciesToPackageJson,
  formatFiles,
  type GeneratorCallback,
  logger,
  readNxJson,
  runTasksInSerial,
  type Tree,
  updateNxJson,
} from '@nx/devkit';
import { uncoveredNotice } from '../../inference/uncovered-files.ts';
import type { InitOptions } from '../../options/init-options.ts';
import { PRODUCT_VERSION } from '../../product-version.ts';
import { filesOutsideProjects } from './files-outside-projects.ts';
import { addRootProject } from './root-project.ts';

const PACKAGE = '@dockwarden/nx';

/** Registers the plugin in `nx.json`: what `nx add @dockwarden/nx` runs. Running it again changes nothing. */
export async function initGenerator(tree: Tree, options: InitOptions): Promise<GeneratorCallback> {
  const callbacks: GeneratorCallback[] = [];
  if (!options.skipPackageJson && tree.exists('package.json')) {
    const added = { [PACKAGE]: PRODUCT_VERSION };
    callbacks.push(addDependenciesToPackageJson(tree, {}, added, undefined, options.keepExistingVersions));
  }
  registerPlugin(tree, options.targetName ?? 'docker-lint');
  if (options.rootProject) addRootProject(tree);
  reportUncovered(tree);
  if (!options.skipFormat) await formatFiles(tree);
  return runTasksInSerial(...callbacks);
}

function registerPlugin(tree: Tree, targetName: string): void {
  const nxJson = readNxJson(tree) ?? {};
  const plugins = nxJson.plugins ?? [];
  const registered = plugins.some((entry) => (typeof entry === 'string' ? entry : entry.plugin) === PACKAGE);
  // The rest of nx.json, above all `targetDefaults` (an object or, since Nx 23, a list), is none of our business.
  if (registered) return;
  updateNxJson(tree, { ...nxJson, plugins: [...plugins, { plugin: PACKAGE, options: { targetName } }] });
}

function reportUncovered(tree: Tree): void {
  for (const line of uncoveredNotice(filesOutsideProjects(tree))) logger.warn(line);
}
