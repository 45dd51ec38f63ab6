import type { Suppression } from '@dockwarden-internal/facts';
import { isDate } from '@dockwarden-internal/policy';

/** Whether a suppression is in force on a day (`YYYY-MM-DD`): its last day is the one that `until` names. With an option that is not understood it is not. */
export function inForce({ until, unread = [] }: Suppression, today: string): boolean {
  if (unread.length > 0) return false;
  return until === undefined || (isDate(until) && until >= today);
}
