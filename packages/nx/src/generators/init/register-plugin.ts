import { readNxJson, type Tree, updateNxJson } from 'nx/src/devkit-exports';
import { PLUGIN_OPTIONS, type PluginOptions } from '../../options/plugin-options.ts';
import { readPluginOptions } from '../../options/read-plugin-options.ts';
import { PACKAGE } from '../../product-version.ts';

const USUAL = PLUGIN_OPTIONS.targetName.default;

/** Has Nx infer targets by this plugin; where it does already, nothing changes, and the options of that are the answer. */
export function registerPlugin(tree: Tree, targetName: string = USUAL): PluginOptions | undefined {
  const nxJson = readNxJson(tree) ?? {};
  const plugins = nxJson.plugins ?? [];
  const registered = plugins.find((entry) => (typeof entry === 'string' ? entry : entry.plugin) === PACKAGE);
  // The rest of nx.json, above all `targetDefaults` (an object or, since Nx 23, a list), is none of our business.
  if (registered !== undefined)
    return typeof registered === 'string' ? {} : readPluginOptions(registered.options).options;
  updateNxJson(tree, { ...nxJson, plugins: [...plugins, { plugin: PACKAGE, options: { targetName } }] });
  return undefined;
}
