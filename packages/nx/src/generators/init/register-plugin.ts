import { readNxJson, type Tree, updateNxJson } from 'nx/src/devkit-exports';
import { PACKAGE } from '../../product-version.ts';

/** Has Nx infer targets by this plugin; where it does already, nothing changes. */
export function registerPlugin(tree: Tree, targetName = 'docker-lint'): void {
  const nxJson = readNxJson(tree) ?? {};
  const plugins = nxJson.plugins ?? [];
  const registered = plugins.some((entry) => (typeof entry === 'string' ? entry : entry.plugin) === PACKAGE);
  // The rest of nx.json, above all `targetDefaults` (an object or, since Nx 23, a list), is none of our business.
  if (registered) return;
  updateNxJson(tree, { ...nxJson, plugins: [...plugins, { plugin: PACKAGE, options: { targetName } }] });
}
