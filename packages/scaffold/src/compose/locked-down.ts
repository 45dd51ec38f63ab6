import type { ComposeMap } from './compose-tree.ts';

interface Bounds {
  readonly cpus: string;
  readonly memory: string;
  readonly pids: number;
}

/**
 * What a service may do and take, the same everywhere, so that nobody meets it first in production: nothing is written but to the folders
 * named, no capability is kept or gained. Source: Compose specification, "read_only", "tmpfs", "cap_drop"; Deploy specification, "resources".
 */
export function lockedDown(user: string, writable: readonly string[], limits: Bounds): ComposeMap {
  return {
    read_only: true,
    tmpfs: [...new Set(['/tmp', ...writable])].map((path) => temporary(path, user)),
    cap_drop: ['ALL'],
    security_opt: ['no-new-privileges:true'],
    deploy: { resources: { limits: { ...limits } } },
  };
}

/** A tmpfs has the owner root, whose folder nobody else can write: only `/tmp` is open to all. Source: docker run reference, "--tmpfs". */
function temporary(path: string, user: string): string {
  const [, uid, gid] = /^(\d+)(?::(\d+))?$/.exec(user) ?? [];
  return path === '/tmp' || uid === undefined ? path : `${path}:uid=${uid},gid=${gid ?? uid},mode=0755`;
}

/** What a service of production has besides: it is started again, its logs are bounded, and its share is kept for it. */
export function supervised(reservations: { readonly cpus: string; readonly memory: string }): ComposeMap {
  return {
    restart: 'unless-stopped',
    logging: { driver: 'local', options: { 'max-size': '10m', 'max-file': '3' } },
    deploy: { resources: { reservations: { ...reservations } } },
  };
}
