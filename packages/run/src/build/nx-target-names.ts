import type { Workspace } from '@dockwarden-internal/workspace';
import { nodeAt, readJson, stringAt } from '@dockwarden-internal/workspace/json-file';

/** What the plugin calls the targets that build and push images: as its options in nx.json say, else by their usual names. */
export interface NxTargetNames {
  readonly build: string;
  readonly push: string;
}

const PLUGIN = '@dockwarden/nx';

export function nxTargetNames({ fs }: Pick<Workspace, 'fs'>): NxTargetNames {
  const nxJson = readJson(fs, 'nx.json');
  const plugins = nodeAt(nxJson, 'plugins')?.children ?? [];
  const ours = plugins.findIndex((_, index) => stringAt(nxJson, 'plugins', index, 'plugin') === PLUGIN);
  const named = (option: string, usual: string) =>
    (ours >= 0 && stringAt(nxJson, 'plugins', ours, 'options', option)) || usual;
  return { build: named('buildTargetName', 'docker-build'), push: named('pushTargetName', 'docker-push') };
}
