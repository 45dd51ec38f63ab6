import { isUnsure, unresolved } from '../../kernel/unsure.ts';
import { at, type Located } from '../located.ts';
import { readBytes } from './quantities.ts';
import { numberSetting, type Setting, setting } from './setting.ts';

/**
 * What a service may use. `deploy.resources` and the older keys of the service (`mem_limit`, `cpus`, `pids_limit`,
 * `mem_reservation`) say the same; where both are there they have to agree, and the former is taken. `cpu_quota` bounds the CPUs, too.
 */
export interface LimitSettings {
  /** Bytes. */
  readonly memory?: Setting<number>;
  readonly cpus?: Setting<number>;
  readonly pids?: Setting<number>;
  /** Bytes. */
  readonly memoryReservation?: Setting<number>;
  readonly cpuReservation?: Setting<number>;
  /** Memory and swap together, in bytes; -1 for no bound. */
  readonly memorySwap?: Setting<number>;
}

export function readLimits(service: Located): LimitSettings {
  const limit = (key: string) => at(service, 'deploy', 'resources', 'limits', key);
  const reservation = (key: string) => at(service, 'deploy', 'resources', 'reservations', key);
  return {
    memory: bytes(limit('memory') ?? at(service, 'mem_limit')),
    cpus: numberSetting(limit('cpus') ?? at(service, 'cpus')) ?? quota(service),
    pids: numberSetting(limit('pids') ?? at(service, 'pids_limit')),
    memoryReservation: bytes(reservation('memory') ?? at(service, 'mem_reservation')),
    cpuReservation: numberSetting(reservation('cpus')),
    memorySwap: setting(at(service, 'memswap_limit'), (text) => (text === '-1' ? -1 : readBytes(text))),
  };
}

function bytes(value: Located | undefined): Setting<number> | undefined {
  return setting(value, readBytes);
}

/** Microseconds, where no `cpu_period` is given. Source: Docker documentation, "Resource constraints", CFS scheduler. */
const CPU_PERIOD = 100_000;

/** The share of each period that `cpu_quota` grants, as a number of CPUs; not above 0 for no bound. */
function quota(service: Located): Setting<number> | undefined {
  const granted = numberSetting(at(service, 'cpu_quota'));
  const period = numberSetting(at(service, 'cpu_period'))?.value ?? CPU_PERIOD;
  if (!granted || isUnsure(granted.value) || granted.value <= 0) return granted;
  if (isUnsure(period)) return { ...granted, value: unresolved };
  return { ...granted, value: granted.value / (period > 0 ? period : CPU_PERIOD) };
}
