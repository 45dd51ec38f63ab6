import { type Instruction, isUnsure, type Mount, mountsOf, optionOf } from '@dockwarden-internal/facts';
import { cleanPath } from '@dockwarden-internal/syntax';
import type { ImageRequest } from '../model/image-request.ts';
import { namedByFlag } from './named-by.ts';
import type { Read } from './reads.ts';

/** What the mounts of a RUN read: bind mounts, and caches that start with something. Source: Dockerfile reference, RUN --mount. */
export function mountReads(request: ImageRequest, run: Instruction): Read[] {
  return mountsOf(run).flatMap((mount) => readOf(request, run, mount) ?? []);
}

function readOf(request: ImageRequest, run: Instruction, mount: Mount): Read | undefined {
  const { type, options, place } = mount;
  const from = options.get('from');
  const read = (path: string): Omit<Read, 'widened'> => ({
    ...(from !== undefined && { origin: namedByFlag(request, run, from, false) }),
    use: 'mount',
    sources: [{ path, pattern: false, excludes: [], instruction: 'RUN --mount', place }],
    instruction: run,
    place,
  });
  if (type === 'bind' || (type === 'cache' && from !== undefined)) {
    const { source } = mount;
    if (isUnsure(source))
      return { ...read('.'), widened: 'the source of the mount hangs on a variable whose value is not known' };
    const path = cleanPath(`/${source ?? ''}`).slice(1) || '.';
    if (source !== undefined || from !== undefined) return read(path);
    return { ...read('.'), widened: 'a bind mount without source reads all of the context' };
  }
  return isUnsure(type)
    ? { ...read('.'), widened: 'the type of the mount hangs on a variable whose value is not known' }
    : undefined;
}

/** Ids of the secrets, or of the SSH agents, that a RUN mounts. */
export function mountedIds(run: Instruction, type: 'secret' | 'ssh'): string[] {
  return mountsOf(run)
    .filter((mount) => mount.type === type)
    .flatMap((mount) => {
      const id = optionOf(mount, 'id');
      if (typeof id === 'string' && id !== '') return [id];
      if (type === 'ssh') return ['default'];
      const { target } = mount;
      return typeof target === 'string' ? [target.slice(target.lastIndexOf('/') + 1)] : [];
    });
}
