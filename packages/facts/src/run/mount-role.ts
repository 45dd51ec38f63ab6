import { isUnsure, type Maybe } from '../kernel/unsure.ts';
import type { Mount } from '../model/files.ts';
import { serviceMountRole } from '../service/mount-source-role.ts';
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
  if (!instruction) return source === undefined ? undefined : serviceMountRole(mount, source);
  if (source === undefined) return 'source';
  return roleByName(source) ? 'config' : hostPathRole(source.replace(/^\/+/, ''));
}

/**
 * The path of the host that a service gets: the source of a bind mount, or what a named volume stands for. Absent where the engine keeps the
 * volume, and for what a RUN mounts, which is never the host's.
 */
export function mountedHostPath({ type, source, service }: Mount): Maybe<string> {
  if (!service) return undefined;
  if (isUnsure(type)) return type;
  if (type === 'bind') return source;
  return type === 'volume' && typeof source === 'string' ? volumeDevice(service, source) : undefined;
}

/** True where a service gets a path of the host that no container should have. */
export function mountsHost(mount: Mount): Maybe<boolean> {
  const path = mountedHostPath(mount);
  if (path === undefined) return false;
  return isUnsure(path) ? path : isSensitiveHostPath(path);
}
