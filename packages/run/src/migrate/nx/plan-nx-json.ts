import type { JsonEdit } from '@dockwarden-internal/scaffold';
import { isMap } from '@dockwarden-internal/syntax';
import type { Remark } from '../migration.ts';
import type { NxSource } from './migrate-nx.ts';
import type { NxWorkspace } from './open-nx.ts';
import { pluginEntry } from './plugin-entry.ts';
import { renamedDependencies } from './renamed-dependencies.ts';

const OWN = '@dockwarden/nx';

/** The edits of nx.json: our plugin in the place of the other, and nothing of what only the other reads. */
export function planNxJson(
  { nxJson }: NxWorkspace,
  from: NxSource,
  renamed: ReadonlyMap<string, string>,
): { readonly edits: readonly JsonEdit[]; readonly left: readonly Remark[] } {
  const edits: JsonEdit[] = [];
  const left: Remark[] = [];
  const other = pluginEntry(nxJson, from);
  const own = pluginEntry(nxJson, OWN);
  if (other && own) edits.push({ path: ['plugins', other.index], value: undefined });
  else if (other) {
    const value = { plugin: OWN, ...other.scope, options: { targetName: 'docker-lint' } };
    edits.push({ path: ['plugins', other.index], value });
    if (Object.keys(other.scope).length > 0)
      left.push({ path: 'nx.json', text: 'include and exclude of the plugin hold for docker-lint, too: look at them' });
  } else if (!own && renamed.size > 0) {
    const plugins = Array.isArray(nxJson['plugins']) ? nxJson['plugins'] : [];
    edits.push({ path: ['plugins'], value: [...plugins, { plugin: OWN, options: { targetName: 'docker-lint' } }] });
  }
  const defaults = nxJson['targetDefaults'];
  const stale = [...renamed.keys(), ...(other || renamed.size > 0 ? [`${from}:build`, `${from}:release-publish`] : [])];
  if (Array.isArray(defaults)) {
    if (stale.some((name) => JSON.stringify(defaults).includes(JSON.stringify(name))))
      left.push({ path: 'nx.json', text: 'targetDefaults is a list: what it says of the old targets stays' });
  } else if (isMap(defaults)) {
    edits.push(...renamedDependencies(defaults, ['targetDefaults'], renamed, renamed));
    for (const name of stale)
      if (Object.hasOwn(defaults, name) && name !== 'docker-build')
        edits.push({ path: ['targetDefaults', name], value: undefined });
  }
  if (from === '@nx/docker' && isMap(nxJson['release'])) edits.push(...releaseEdits(nxJson['release'], left));
  return { edits, left };
}

function releaseEdits(release: Readonly<Record<string, unknown>>, left: Remark[]): readonly JsonEdit[] {
  const groups = isMap(release['groups']) ? Object.entries(release['groups']) : [];
  const ways = [
    ...(release['docker'] === undefined ? [] : [['release', 'docker']]),
    ...groups.flatMap(([name, group]) =>
      isMap(group) && group['docker'] !== undefined ? [['release', 'groups', name, 'docker']] : [],
    ),
  ];
  if (ways.length > 0)
    left.push({
      path: 'nx.json',
      text: 'release.docker: nx release tags and pushes no images any more. After it: nx run-many -t docker-push',
    });
  return ways.map((path) => ({ path, value: undefined }));
}
