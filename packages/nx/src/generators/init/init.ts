import { type GeneratorCallback, logger, type Tree } from 'nx/src/devkit-exports';
import { uncoveredNotice } from '../../inference/uncovered-files.ts';
import type { InitOptions } from '../../options/init-options.ts';
import { PLUGIN_OPTIONS, type PluginOptions } from '../../options/plugin-options.ts';
import { PACKAGE, PRODUCT_VERSION } from '../../product-version.ts';
import { filesOutsideProjects } from './files-outside-projects.ts';
import { type Devkit, loadDevkit } from './load-devkit.ts';
import { registerPlugin } from './register-plugin.ts';
import { addRootProject } from './root-project.ts';
import { shadowedTargets } from './shadowed-targets.ts';

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
  const registered = registerPlugin(tree, options.targetName);
  sayKeptName(options.targetName, registered);
  if (options.rootProject) addRootProject(tree);
  await reportUncovered(tree);
  for (const line of shadowedTargets(tree, registered ?? { targetName: options.targetName })) logger.warn(line);
  if (!options.skipFormat) await devkit?.formatFiles(tree);
  return devkit?.runTasksInSerial(...callbacks) ?? (() => {});
}

/** Nx hands the usual name over also where none is asked for: it stands for whatever there is. */
function sayKeptName(asked: string | undefined, registered: PluginOptions | undefined): void {
  const usual = PLUGIN_OPTIONS.targetName.default;
  const kept = registered?.targetName ?? usual;
  if (registered === undefined || asked === undefined || asked === usual || asked === kept) return;
  logger.warn(`nx.json registers the plugin already, and its targetName stays ${kept}: change it there to ${asked}.`);
}

async function reportUncovered(tree: Tree): Promise<void> {
  for (const line of uncoveredNotice(await filesOutsideProjects(tree))) logger.warn(line);
}
