import { partAt, projectAt, type World } from '@dockwarden-internal/facts';
import { type LoadedWaiver, pathTest } from '@dockwarden-internal/policy';
import type { Place } from '@dockwarden-internal/syntax';
import type { CodeOwners } from './code-owners.ts';

/** The waivers of a workspace. */
export interface Waivers {
  readonly list: readonly LoadedWaiver[];
  /** The most days that one may last from today. */
  readonly maxDays: number;
  /** Absent where the workspace has no CODEOWNERS, and owners are not checked. */
  readonly owners?: CodeOwners;
}

/** Whether a waiver is in force on a day (`YYYY-MM-DD`): `expires` names its last. */
export function isInForce({ expires }: LoadedWaiver, today: string): boolean {
  return expires >= today;
}

/** Whether a waiver is about a file, as far as its path and project go. */
export function isAboutFile({ project, file }: LoadedWaiver, path: string, world: World): boolean {
  if (project !== undefined && projectAt(world, path)?.model.name !== project) return false;
  return file === undefined || pathTest(file)(path);
}

/** Whether a place is one that a waiver speaks of; whose project it is decided apart, since a finding may be of several. */
export function isAboutPlace({ file, stage, service }: LoadedWaiver, place: Place, world: World): boolean {
  if (file !== undefined && !pathTest(file)(place.source.path)) return false;
  if (stage === undefined && service === undefined) return true;
  const part = partAt(world, place);
  return (
    (stage === undefined || part.stage === stage.toLowerCase()) && (service === undefined || part.service === service)
  );
}
