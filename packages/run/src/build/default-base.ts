import type { Workspace } from '@dockwarden-internal/workspace';
import { readJson, stringAt } from '@dockwarden-internal/workspace/json-file';

/** What Nx compares a change with: `defaultBase` of nx.json, or `affected.defaultBase` of older ones; absent without Nx. */
export function defaultBase({ fs }: Pick<Workspace, 'fs'>): string | undefined {
  const read = readJson(fs, 'nx.json');
  if (read === undefined) return undefined;
  return stringAt(read, 'defaultBase') ?? stringAt(read, 'affected', 'defaultBase') ?? 'main';
}
