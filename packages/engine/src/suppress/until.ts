import type { Suppression } from '@dockwarden-internal/facts';

/** Whether a suppression is in force on a day (`YYYY-MM-DD`): its last day is the one that `until` names. */
export function inForce({ until }: Suppression, today: string): boolean {
  return until === undefined || (isDate(until) && until >= today);
}

export function isDate(text: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text)
  );
}
