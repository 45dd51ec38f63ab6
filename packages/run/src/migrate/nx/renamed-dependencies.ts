import type { JsonEdit } from '@dockwarden-internal/scaffold';
import { isMap } from '@dockwarden-internal/syntax';
import type { Json } from './open-nx.ts';

/**
 * Edits that give new names to targets in `dependsOn`, below one place of a file. `own` renames targets of the project itself, `any` those of
 * others: `^name`, `project:name`, and entries that name projects.
 */
export function renamedDependencies(
  targets: Readonly<Record<string, unknown>>,
  way: readonly string[],
  own: ReadonlyMap<string, string>,
  any: ReadonlyMap<string, string>,
): readonly JsonEdit[] {
  return Object.entries(targets).flatMap(([name, target]) => {
    const dependsOn = isMap(target) ? target['dependsOn'] : undefined;
    if (!Array.isArray(dependsOn)) return [];
    return dependsOn.flatMap((entry: unknown, index): JsonEdit[] => {
      const value = renamedEntry(entry, own, any);
      return value === entry ? [] : [{ path: [...way, name, 'dependsOn', index], value }];
    });
  });
}

/** An entry of `dependsOn` with the new name of its target; the same one where it has none. */
export function renamedEntry(
  entry: unknown,
  own: ReadonlyMap<string, string>,
  any: ReadonlyMap<string, string>,
): unknown {
  if (typeof entry === 'string') return renamed(entry, own, any);
  if (!isMap(entry) || typeof entry['target'] !== 'string') return entry;
  const target = (isOfOthers(entry) ? any : own).get(entry['target']);
  return target === undefined ? entry : { ...entry, target };
}

function renamed(entry: string, own: ReadonlyMap<string, string>, any: ReadonlyMap<string, string>): string {
  if (own.has(entry)) return own.get(entry)!;
  for (const [before, after] of any) {
    if (entry === `^${before}`) return `^${after}`;
    if (entry.endsWith(`:${before}`) && entry !== `:${before}`) return `${entry.slice(0, -before.length)}${after}`;
  }
  return entry;
}

function isOfOthers(entry: Json): boolean {
  const { projects, dependencies } = entry;
  return (projects !== undefined && projects !== 'self') || dependencies === true;
}
