import { splitId } from '@dockwarden-internal/policy';

/** True for two ids of which one is the other, or the policy of which the other is a check. */
export function isSamePolicy(one: string, other: string): boolean {
  return one === other || one === splitId(other).policy || splitId(one).policy === other;
}
