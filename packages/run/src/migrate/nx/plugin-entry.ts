import { globTest } from '@dockwarden-internal/policy';
import { isMap } from '@dockwarden-internal/syntax';
import type { Json } from './open-nx.ts';

/** A plugin as `plugins` of nx.json names it. */
export interface PluginEntry {
  readonly index: number;
  readonly options: Json;
  /** Whether the plugin looks at a file. */
  readonly sees: (path: string) => boolean;
  /** `include` and `exclude`, where they are said. */
  readonly scope: Json;
}

/** Source: https://nx.dev/docs/reference/nx-json#plugins */
export function pluginEntry(nxJson: Json, name: string): PluginEntry | undefined {
  const plugins: readonly unknown[] = Array.isArray(nxJson['plugins']) ? nxJson['plugins'] : [];
  const index = plugins.findIndex((entry) => (isMap(entry) ? entry['plugin'] : entry) === name);
  if (index < 0) return undefined;
  const entry = plugins[index];
  const said = isMap(entry) ? entry : {};
  const tests = (key: string) =>
    Array.isArray(said[key]) ? said[key].filter((glob) => typeof glob === 'string').map(globTest) : undefined;
  const [include, exclude] = [tests('include'), tests('exclude')];
  return {
    index,
    options: isMap(said['options']) ? said['options'] : {},
    sees: (path) => (!include || include.some((test) => test(path))) && !exclude?.some((test) => test(path)),
    scope: Object.fromEntries(['include', 'exclude'].flatMap((key) => (key in said ? [[key, said[key]]] : []))),
  };
}
