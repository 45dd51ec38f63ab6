import type { Place } from '@dockwarden-internal/syntax';
import { readNetworks } from '../compose/read/attachments.ts';
import { readText } from '../compose/read/service.ts';
import { memo } from '../kernel/memo.ts';
import { isUnsure, type Maybe } from '../kernel/unsure.ts';
import type { Service } from '../model/service.ts';
import { resourcesOf } from './resources.ts';

/** True where a service is on the host's own network: by `network_mode`, or by the network that Docker calls `host`. */
export function onHostNetwork(service: Service): Maybe<boolean> {
  const mode = readText(service.settings, 'network_mode')?.value;
  if (isUnsure(mode)) return mode;
  return mode === 'host' || hostNetwork(service) !== undefined;
}

/** The words that put it there. */
export function hostNetworkPlace(service: Service): Place | undefined {
  return readText(service.settings, 'network_mode')?.place ?? hostNetwork(service);
}

const hostNetwork = memo((service: Service): Place | undefined => {
  const networks = readNetworks(service.settings.value);
  if (networks.length === 0) return undefined;
  const ofHost = new Set(
    resourcesOf(service.compose)
      .filter(({ type, external, realName }) => type === 'network' && external && realName === 'host')
      .map(({ name }) => name),
  );
  return networks.find(({ name }) => ofHost.has(name))?.place;
});
