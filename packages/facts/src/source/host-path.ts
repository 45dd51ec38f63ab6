import { isWithin } from '../kernel/path.ts';

/** What stands on a mount's other side. */
export type SourceRole = 'source' | 'config' | 'data' | 'socket' | 'device';

/** Folders of a host that only the host should see into. Source: Filesystem Hierarchy Standard 3.0; CIS Docker Benchmark 5.5. */
const SYSTEM_FOLDERS: readonly string[] = [
  ...[
    '/bin',
    '/boot',
    '/cdrom',
    '/dev',
    '/etc',
    '/home',
    '/lib',
    '/lib64',
    '/media',
    '/proc',
    '/root',
    '/run',
    '/sbin',
    '/srv',
    '/sys',
  ],
  ...['/usr', '/var'],
];

/** True for `/` and for paths in a system folder of the host, compared name by name: `/homework` is none. Relative paths are none. */
export function isSensitiveHostPath(path: string): boolean {
  if (!path.startsWith('/')) return false;
  const clean = `/${path
    .split('/')
    .filter((segment) => segment !== '' && segment !== '.')
    .join('/')}`;
  return clean === '/' || SYSTEM_FOLDERS.some((folder) => isWithin(clean, folder));
}

const CONFIG_ENDINGS =
  /\.(?:conf|cnf|cfg|ini|ya?ml|toml|json|xml|properties|env|pem|crt|cert|key|sql|sh|htpasswd|template|rules|list)$/i;
const CONFIG_FOLDERS =
  /(?:^|\/)(?:conf|config|configs|conf\.d|etc|certs?|ssl|tls|secrets?|init|initdb|docker-entrypoint-initdb\.d|nginx|prometheus|grafana|provisioning)(?:\/|$)/i;
const DATA_FOLDERS =
  /(?:^|\/)(?:data|datas|db|database|volumes?|storage|uploads?|backups?|logs?|cache|tmp|media|pgdata|mysql|redis|postgres)(?:\/|$)/i;

/** What the host's side of a mount is for, by its name. What is neither settings nor data nor something of the kernel is source code. */
export function hostPathRole(path: string): SourceRole {
  const clean = path.replace(/(?<!\/)\/+$/, '') || '/';
  if (clean.endsWith('.sock') || /^\/(?:var\/)?run\/(?:docker|containerd)/.test(clean)) return 'socket';
  if (isWithin(clean, '/dev')) return 'device';
  if (CONFIG_ENDINGS.test(clean) || CONFIG_FOLDERS.test(clean)) return 'config';
  if (DATA_FOLDERS.test(clean)) return 'data';
  return clean.startsWith('/') ? systemRole(clean) : 'source';
}

/** Absolute paths lie outside of the project: `/etc` holds settings, `/srv` and the like data. */
function systemRole(path: string): SourceRole {
  if (isWithin(path, '/etc')) return 'config';
  return isSensitiveHostPath(path) && !isWithin(path, '/home') && !isWithin(path, '/root') ? 'data' : 'source';
}
