import type { Place } from '@dockwarden-internal/syntax';
import { placeOf } from '../model/dockerfile.ts';
import type { Probe } from '../model/runtime.ts';
import { healthcheckOf } from '../service/service-probe.ts';

const flags = {
  interval: '--interval',
  timeout: '--timeout',
  startPeriod: '--start-period',
  startInterval: '--start-interval',
  retries: '--retries',
} as const;

/** Where a health check says when it is asked: the flag of a HEALTHCHECK, the value of a service's key. */
export function timingPlace({ instruction, service }: Probe, timing: keyof typeof flags): Place | undefined {
  if (service) return healthcheckOf(service)?.settings[timing]?.place;
  const flag = instruction?.node.flags.findLast(({ name }) => name === flags[timing]);
  return flag && instruction && placeOf(instruction.dockerfile, flag.span);
}
