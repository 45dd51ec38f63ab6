import type { ImageSettings } from '@dockwarden-internal/policy';

/** Keys whose value is a map, of which entries are joined one by one; of every other key the last value counts whole. */
const MAPS = ['args', 'contexts', 'labels', 'annotations', 'pass', 'reuse'] as const;

/** Settings joined key by key, later ones going before earlier ones. A key that is undefined says nothing. */
export function joinSettings(layers: readonly ImageSettings[]): ImageSettings {
  const joined: Record<string, unknown> = {};
  for (const layer of layers) {
    for (const [key, value] of Object.entries(layer)) {
      if (value === undefined) continue;
      joined[key] = isMapKey(key) ? { ...(joined[key] as object | undefined), ...(value as object) } : value;
    }
  }
  return joined as ImageSettings;
}

function isMapKey(key: string): boolean {
  return (MAPS as readonly string[]).includes(key);
}
