import { readNxJson, type Tree, updateNxJson } from 'nx/src/devkit-exports';

const SYNC = '@dockwarden/nx:sync';

/** Has `nx sync` and `nx sync:check` look at the marked blocks of Dockerfiles. Source: https://nx.dev/docs/reference/nx-json#sync */
export function registerSync(tree: Tree): void {
  const nxJson = readNxJson(tree) ?? {};
  const known = nxJson.sync?.globalGenerators ?? [];
  if (known.includes(SYNC)) return;
  updateNxJson(tree, { ...nxJson, sync: { ...nxJson.sync, globalGenerators: [...known, SYNC] } });
}
