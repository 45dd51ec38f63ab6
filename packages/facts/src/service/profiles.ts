import { readList } from '../compose/read/service.ts';
import { memo } from '../kernel/memo.ts';
import type { Service } from '../model/service.ts';

const profilesOf = memo((service: Service) => readList(service.settings, 'profiles').map(({ text }) => text));

/**
 * True where two services are meant to run at the same time: neither has a profile, or both have one in common. A service of a profile often
 * stands in for one without. Source: Compose documentation, "Using profiles with Compose".
 */
export function mayRunTogether(a: Service, b: Service): boolean {
  if (a === b) return true;
  const left = profilesOf(a);
  const right = profilesOf(b);
  return left.length === 0 ? right.length === 0 : left.some((profile) => right.includes(profile));
}
