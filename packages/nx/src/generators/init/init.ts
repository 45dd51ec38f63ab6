import { type GeneratorCallback, logger, type Tree } from 'nx/src/devkit-exports';
import { uncoveredNotice } from '../../inference/uncovered-files.ts';
import type { InitOptions } from '../../options/init-options.ts';
import { PACKAGE, PRODUCT_VERSION } from '../../product-version.ts';
import { filesOutsideProjects } from './files-outside-projects.ts';
import { type Devkit, loadDevkit } from './load-devkit.ts';
import { registerPlugin } from './register-plugin.ts';
import { addRootProject } from './root-project.ts';

/** Registers the plugin in `nx.json`: what `nx add @dockwarden/nx` runs. Running it again changes nothing. */
export async function initGenerator(tree: Tree, options: InitOptions): Promise<GeneratorCallback> {
  return initWith(await loadDevkit(), tree, options);
}

/** Without a devkit package.json stays as it is, where the package that runs this stands already, and what is written unformatted. */
export async function initWith(
  devkit: Devkit | undefined,
  tree: Tree,
  options: InitOptions,
): Promise<GeneratorCallback> {
  const callbacks: GeneratorCallback[] = [];
  if (devkit && !options.skipPackageJson && tree.exists('package.json')) {
    const added = { [PACKAGE]: PRODUCT_VERSION };
    callbacks.push(devkit.addDependenciesToPackageJson(tree, {}, added, undefined, options.keepExistingVersions));
  }
  registerPlugin(tree, options.targetName);
  if (options.rootProject) addRootProject(tree);
  await reportUncovered(tree);
  if (!options.skipFormat) await devkit?.formatFiles(tree);
  return devkit?.runTasksInSerial(...callbacks) ?? (() => {});
}

async function reportUncovered(tree: Tree): Promise<void> {
  for (const line of uncoveredNotice(await filesOutsideProjects(tree))) logger.warn(line);
}
