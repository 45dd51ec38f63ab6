import { readLimits } from '../compose/read/limits.ts';
import { memo } from '../kernel/memo.ts';
import { isUnsure, type Maybe, unresolved } from '../kernel/unsure.ts';
import type { Limits, Service } from '../model/service.ts';

export const limitsOf = memo((service: Service): Limits => ({ service, settings: readLimits(service.settings.value) }));

/**
 * A bound that is one; absent where it says that there is none: 0, for processes also -1.
 * Source: `docker run` reference, "Runtime constraints on resources".
 */
export function bound({ settings }: Limits, name: 'memory' | 'cpus' | 'pids'): Maybe<number> {
  const value = settings[name]?.value;
  return typeof value === 'number' && value <= 0 ? undefined : value;
}

/** True where a bound lies below what is kept for the service; Docker refuses such a container. */
export function isBelowReservation(limits: Limits): Maybe<boolean> {
  const { memoryReservation, cpuReservation } = limits.settings;
  const answers = [
    isBelow(bound(limits, 'memory'), memoryReservation?.value),
    isBelow(bound(limits, 'cpus'), cpuReservation?.value),
  ];
  return answers.includes(true) ? true : answers.includes(unresolved) ? unresolved : false;
}

function isBelow(most: Maybe<number>, kept: Maybe<number>) {
  if (most === undefined || kept === undefined) return false;
  return isUnsure(most) || isUnsure(kept) ? unresolved : most < kept;
}
