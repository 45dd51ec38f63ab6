import type { Workspace } from '@dockwarden-internal/workspace';

/** What Nx compares a change with: `defaultBase` of nx.json, or `affected.defaultBase` of older ones; absent without Nx. */
export function defaultBase({ fs }: Pick<Workspace, 'fs'>): string | undefined {
  const text = fs.read('nx.json');
  if (text === undefined) return undefined;
  try {
    const read = JSON.parse(text) as {
      readonly defaultBase?: unknown;
      readonly affected?: { readonly defaultBase?: unknown };
    };
    const base = read.defaultBase ?? read.affected?.defaultBase ?? 'main';
    return typeof base === 'string' && base !== '' ? base : undefined;
  } catch {
    return undefined;
  }
}
