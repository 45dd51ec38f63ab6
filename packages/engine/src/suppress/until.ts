import type { Suppression } from '@dockwarden-internal/facts';
import { isDate } from '@dockwarden-internal/policy';

/** Whether a suppression is in force on a day (`YYYY-MM-DD`): its last day is the one that `until` names. */
export function inForce({ until }: Suppression, today: string): boolean {
  return until === undefined || (isDate(until) && until >= today);
}
