import { entryOf, type YamlNode, type YamlTree } from '@dockwarden-internal/syntax';

/** Keys at the top that say what else a file with `services` is: a workflow, a pipeline, a process manager's file. */
const FOREIGN = ['jobs', 'processes', 'apiVersion', 'steps', 'stages', 'subgraphs', 'orbs'];

/**
 * True where a file is Compose by what it holds: a map of services, or a list of includes. A file that is merged over
 * another one is, with as little as one service in it.
 */
export function isCompose(tree: YamlTree): boolean {
  return tree.documents.some(isComposeDocument);
}

function isComposeDocument(root: YamlNode): boolean {
  if (root.kind !== 'map' || FOREIGN.some((key) => entryOf(root, key))) return false;
  const services = entryOf(root, 'services')?.value;
  if (services)
    return services.kind === 'map' && services.entries.every(({ key, value }) => isService(key.text, value));
  const include = entryOf(root, 'include')?.value;
  return include?.kind === 'list' && include.items.some((item) => item.kind !== 'list');
}

function isService(name: string, value: YamlNode): boolean {
  return value.kind === 'map' || (value.kind === 'scalar' && value.value === null) || name.startsWith('x-');
}
