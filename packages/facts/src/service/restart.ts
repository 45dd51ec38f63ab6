import type { Place } from '@dockwarden-internal/syntax';
import { at } from '../compose/located.ts';
import { readRestartPolicy, readText } from '../compose/read/service.ts';
import { numberSetting, type Setting } from '../compose/read/setting.ts';
import { isUnsure, type Maybe } from '../kernel/unsure.ts';
import type { Service } from '../model/service.ts';

/** `restart` without the number of attempts. A bare `no` is a boolean to YAML. Source: Compose file reference, "restart". */
export function restartOf(service: Service): Maybe<string> {
  const value = readText(service.settings, 'restart')?.value;
  if (value === undefined || isUnsure(value)) return value;
  return value === 'false' ? 'no' : value.split(':', 1)[0];
}

/**
 * How often a container that fails is started again; absent where there is no end to it, or none is. `deploy.restart_policy` goes before
 * `restart`, also where it sets no number: so does Compose where it creates the container.
 */
export function restartAttempts(service: Service): Maybe<number> {
  if (at(service.settings.value, 'deploy', 'restart_policy')) return maxAttempts(service)?.value;
  const value = readText(service.settings, 'restart')?.value;
  if (isUnsure(value)) return value;
  const number = /^on-failure:(\d+)$/.exec(value ?? '')?.[1];
  return number === undefined ? undefined : Number(number);
}

export function restartAttemptsPlace(service: Service): Place | undefined {
  return (
    maxAttempts(service)?.place ??
    readRestartPolicy(service.settings)?.place ??
    readText(service.settings, 'restart')?.place
  );
}

function maxAttempts({ settings }: Service): Setting<number> | undefined {
  return numberSetting(at(settings.value, 'deploy', 'restart_policy', 'max_attempts'));
}
