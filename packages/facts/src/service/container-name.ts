import { readText } from '../compose/read/service.ts';
import { memo } from '../kernel/memo.ts';
import { isUnsure } from '../kernel/unsure.ts';
import type { Compose, Service } from '../model/service.ts';
import { mayRunTogether } from './profiles.ts';

/** An earlier service with the same `container_name`. Services of profiles that exclude each other may share one. */
export function containerNameTakenBy(service: Service): Service | undefined {
  const name = nameOf(service);
  const same = name === undefined ? [] : (byName(service.compose).get(name) ?? []);
  return same.slice(0, Math.max(0, same.indexOf(service))).find((other) => mayRunTogether(other, service));
}

const byName = memo((compose: Compose): ReadonlyMap<string, readonly Service[]> => {
  const found = new Map<string, Service[]>();
  for (const service of compose.services) {
    const name = nameOf(service);
    if (name === undefined) continue;
    const same = found.get(name);
    if (same) same.push(service);
    else found.set(name, [service]);
  }
  return found;
});

/** A variable stands for the same name wherever it is. */
function nameOf(service: Service): string | undefined {
  const setting = readText(service.settings, 'container_name');
  return setting && (isUnsure(setting.value) ? setting.text : setting.value);
}
