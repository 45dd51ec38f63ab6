import { memo } from '../kernel/memo.ts';
import { isUnsure, type Maybe } from '../kernel/unsure.ts';
import type { Service } from '../model/service.ts';
import { dependencyTarget, needsOf } from './dependencies.ts';
import { resourcesOf } from './resources.ts';
import { volumesOf } from './service-mounts.ts';
import { portsOf } from './service-ports.ts';

/**
 * The service that another one stands beside: it shares that one's network, processes or volumes, or only reads what that one alone writes to
 * a volume, as a log shipper does. Unknown where the service named may be in a file that cannot be seen.
 */
export const sidecarOf = memo((service: Service): Maybe<Service> => {
  const shared = needsOf(service).find(({ via }) => via !== 'depends_on' && via !== 'links');
  return shared ? dependencyTarget(shared) : writerOfWhatIsRead(service);
});

function writerOfWhatIsRead(service: Service): Service | undefined {
  // What is reached from outside is a service of its own, such as a proxy that reads the certificates that a helper writes.
  if (portsOf(service).length > 0) return undefined;
  const read = new Set(
    volumesOf(service).flatMap(({ type, source, readOnly }) =>
      type === 'volume' && readOnly === true && source !== undefined && !isUnsure(source) ? [source] : [],
    ),
  );
  if (read.size === 0) return undefined;
  const volumes = resourcesOf(service.compose).filter(({ type, name }) => type === 'volume' && read.has(name));
  return volumes.find(({ writers }) => writers.length === 1)?.writers[0];
}
