import { reservedArea } from '@dockwarden-internal/engine';
import type { Diagnostic, Place } from '@dockwarden-internal/syntax';

/** Why a policy of a user cannot have an id; undefined where it can. */
export function idFault(
  id: string,
  files: ReadonlyMap<string, string>,
  takenIds: ReadonlySet<string> | undefined,
): string | undefined {
  const reserved = takenIds && reservedArea(id);
  if (reserved !== undefined) return `the area of ${id} is kept for ${reserved}`;
  const other = files.get(id) ?? (takenIds?.has(id) ? 'a policy that comes with dockwarden' : undefined);
  return other === undefined ? undefined : `the id ${id} is taken by ${other}`;
}

export const OTHER_ID = 'give it another id; an area of your own, such as house/…, keeps clear of policies to come';

/** A policy of the workspace or a package whose id another has. */
export function takenId(message: string, place: Place | undefined): Diagnostic {
  return { code: 'policy/id', message, hint: OTHER_ID, ...(place && { place }), exit: 2 };
}
