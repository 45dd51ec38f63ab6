import { daysBetween } from '@dockwarden-internal/engine/waivers/days-between';
import { NOTICE_DAYS } from '@dockwarden-internal/engine/waivers/notice-days';
import type { Ends } from '../inference/remembered-ends.ts';

/**
 * What the day changes about results that are kept: which suppressions and waivers have ended, and, of waivers that are announced, how
 * many days are left. Undefined where the day changes nothing.
 */
export function endedOn(today: string, { suppressions, waivers }: Ends): string | undefined {
  const told = [
    ...[...suppressions, ...waivers].filter((end) => end < today),
    ...waivers.flatMap((end) => {
      const left = daysBetween(today, end);
      return left >= 0 && left <= NOTICE_DAYS ? `${end}-${left}` : [];
    }),
  ];
  return told.length > 0 ? [...new Set(told)].sort().join() : undefined;
}
