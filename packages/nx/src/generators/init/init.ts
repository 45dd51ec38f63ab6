import {
  addDependenciesToPackageJson,
  formatFiles,
  type GeneratorCallback,
  logger,
  runTasksInSerial,
  type Tree,
} from '@nx/devkit';
import { uncoveredNotice } from '../../inference/uncovered-files.ts';
import type { InitOptions } from '../../options/init-options.ts';
import { PRODUCT_VERSION } from '../../product-version.ts';
import { filesOutsideProjects } from './files-outside-projects.ts';
import { PACKAGE, registerPlugin } from './register-plugin.ts';
import { addRootProject } from './root-project.ts';

/** Registers the plugin in `nx.json`: what `nx add @dockwarden/nx` runs. Running it again changes nothing. */
export async function initGenerator(tree: Tree, options: InitOptions): Promise<GeneratorCallback> {
  const callbacks: GeneratorCallback[] = [];
  if (!options.skipPackageJson && tree.exists('package.json')) {
    const added = { [PACKAGE]: PRODUCT_VERSION };
    callbacks.push(addDependenciesToPackageJson(tree, {}, added, undefined, options.keepExistingVersions));
  }
  registerPlugin(tree, options.targetName);
  if (options.rootProject) addRootProject(tree);
  reportUncovered(tree);
  if (!options.skipFormat) await formatFiles(tree);
  return runTasksInSerial(...callbacks);
}

function reportUncovered(tree: Tree): void {
  for (const line of uncoveredNotice(filesOutsideProjects(tree))) logger.warn(line);
}
