import type { YamlData } from '@dockwarden-internal/syntax';
import { type ComposeMap, type ComposeTree, SECTIONS, withResets } from './compose-tree.ts';
import { differingKeys } from './differences.ts';
import { type EditedFile, editedFile } from './edit-compose.ts';

export interface Extended {
  readonly text: string;
  readonly notes: readonly string[];
}

/**
 * Adds to a file what a tree has and the file has not: sections, services, and what the app is connected to its services by. What is there
 * stays, and where it differs that is said.
 */
export function extendCompose(path: string, original: string, tree: ComposeTree, app: string): Extended {
  const file = editedFile(path, original);
  const notes: string[] = [];
  const byHand = (what: string) => notes.push(`${path} cannot be changed safely there: add ${what} by hand.`);
  if (tree.name !== undefined && !file.has('name') && !file.set(['name'], tree.name)) byHand('name');
  for (const section of SECTIONS) {
    for (const [name, value] of Object.entries(tree[section] ?? {})) {
      if (!file.has(section, name)) {
        if (!file.set([section, name], value as YamlData)) byHand(`${name} of ${section}`);
        continue;
      }
      if (section !== 'services') continue;
      const planned = value as ComposeMap;
      if (name === app) connect(file, app, planned, byHand);
      const differing = differingKeys(planned, file.data('services', name));
      if (differing.length > 0)
        notes.push(`${name} in ${path} is left as it is; what would be written differs in ${differing.join(', ')}.`);
    }
  }
  return { text: withResets(file.text()), notes };
}

/** The app's dependencies, their variables and secrets, and a network that it is to share with them. */
function connect(file: EditedFile, app: string, planned: ComposeMap, byHand: (what: string) => void): void {
  const at = (key: string) => ['services', app, key];
  const entries = (key: string) => Object.entries((planned[key] ?? {}) as ComposeMap);
  const names = (key: string) => {
    const found = file.data(...at(key));
    if (Array.isArray(found)) return found.map((item) => String(item).split('=')[0]!);
    return typeof found === 'object' && found !== null ? Object.keys(found) : [];
  };
  const missing = (key: string) => entries(key).filter(([name]) => !names(key).includes(name));
  for (const [name, value] of missing('depends_on')) {
    file.listToMap(at('depends_on'), { condition: 'service_started' });
    if (!file.add(at('depends_on'), name, value, name, { [name]: value })) byHand(`${name} of depends_on`);
  }
  for (const [name, value] of missing('environment'))
    if (!file.add(at('environment'), name, value, `${name}=${value}`, { [name]: value }))
      byHand(`${name} of environment`);
  for (const name of Object.values((planned['secrets'] ?? []) as readonly string[]))
    if (!names('secrets').includes(name) && !file.add(at('secrets'), name, name, name, [name]))
      byHand(`${name} of secrets`);
  for (const volume of (planned['volumes'] ?? []) as readonly string[])
    if (
      !(file.data(...at('volumes')) as unknown[] | undefined)?.includes?.(volume) &&
      !file.add(at('volumes'), volume, volume, volume, [volume])
    )
      byHand(`${volume} of volumes`);
  const networks = planned['networks'] ?? [];
  for (const name of Array.isArray(networks) ? (networks as string[]) : Object.keys(networks as object))
    if (!names('networks').includes(name) && !file.add(at('networks'), name, {}, name, [name]))
      byHand(`${name} of networks`);
}
