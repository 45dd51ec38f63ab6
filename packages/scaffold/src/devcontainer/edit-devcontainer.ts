import { isMap } from '@dockwarden-internal/syntax';
import { editJson, type JsonEdit } from '../json/edit-json.ts';
import { soundJson } from '../json/read-json.ts';
import type { DevContainerSettings } from './devcontainer-settings.ts';

/** Ways to come by a container; a file that has one keeps it. */
const WAYS = ['dockerComposeFile', 'build', 'image', 'dockerFile'];

/**
 * Adds to a devcontainer.json what it lacks; comments, order and all that is there stay. Undefined where it cannot be read.
 */
export function editDevContainer(text: string, settings: DevContainerSettings): string | undefined {
  const found = soundJson(text);
  if (!isMap(found)) return undefined;
  const has = (key: string) => Object.hasOwn(found, key);
  const ownWay = WAYS.some((key) => has(key) && !(key in settings));
  const edits: JsonEdit[] = Object.entries(settings)
    .filter(([key]) => key !== 'customizations' && !has(key))
    .filter(([key]) => !ownWay || ['name', 'forwardPorts', 'remoteUser'].includes(key))
    .map(([key, value]) => ({ path: [key], value }));
  const there = extensionsOf(found);
  const missing = extensionsOf(settings).filter((one) => !there.includes(one));
  if (missing.length > 0)
    edits.push({ path: ['customizations', 'vscode', 'extensions'], value: [...there, ...missing] });
  return editJson(text, edits);
}

function extensionsOf(settings: object): readonly unknown[] {
  const { customizations } = settings as { customizations?: { vscode?: { extensions?: unknown } } };
  const extensions = customizations?.vscode?.extensions;
  return Array.isArray(extensions) ? extensions : [];
}
