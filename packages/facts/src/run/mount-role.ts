import { isUnsure, type Maybe } from '../kernel/unsure.ts';
import type { Mount } from '../model/files.ts';
import { volumeDevice } from '../service/volume-device.ts';
import { hostPathRole, isSensitiveHostPath, type SourceRole } from '../source/host-path.ts';
import { roleByName } from '../source/role-by-name.ts';

/** What a mount's other side is for; absent where it has none, as a cache or tmpfs, or where it is in another image. */
export function mountRole(mount: Mount): Maybe<SourceRole> {
  const { type, source, options, instruction } = mount;
  if (isUnsure(type)) return type;
  if (type === 'volume') return source === undefined ? undefined : 'data';
  if (type === 'npipe') return 'socket';
  if (type !== 'bind' || options.has('from')) return undefined;
  if (isUnsure(source)) return source;
  if (!instruction) return source === undefined ? undefined : hostPathRole(source);
  if (source === undefined) return 'source';
  return roleByName(source) ? 'config' : hostPathRole(source.replace(/^\/+/, ''));
}

/** True where a service gets a path of the host that no container should have, be it by a volume that stands for one. What a RUN mounts is never the host's. */
export function mountsHost({ type, source, service }: Mount): Maybe<boolean> {
  if (!service) return false;
  const device = type === 'volume' && typeof source === 'string' ? volumeDevice(service, source) : undefined;
  if (device !== undefined) return isUnsure(device) ? device : isSensitiveHostPath(device);
  if (isUnsure(type) || isUnsure(source)) return isUnsure(type) ? type : (source as Maybe<boolean>);
  return type === 'bind' && source !== undefined && isSensitiveHostPath(source);
}
