import type { PlannedFile } from '../model/planned-file.ts';
import type { ComposeMap, ComposeTrees } from './compose-tree.ts';
import { healthTest } from './health-test.ts';
import { lockedDown, supervised } from './locked-down.ts';
import { SETTINGS_FOLDER } from './places.ts';

/** Folder that the app writes its log files to. */
export const LOG_FOLDER = '/var/log/app';

export const LOG_SHIPPER = 'log-shipper';

/**
 * A sidecar that reads the log files that the app writes to a volume of both. The volume is memory with a bound and the app's user as its
 * owner: a folder that the image does not have would belong to root. Source: Docker, "Run multiple processes in a container"; vector.dev.
 */
export function logShipperTrees(user: string, network: string | undefined): ComposeTrees {
  const [uid = '1000', gid = uid] = user.split(':');
  const shipper: ComposeMap = {
    image: 'timberio/vector:0.50.0-alpine',
    user,
    volumes: [`logs:${LOG_FOLDER}:ro`],
    configs: [{ source: LOG_SHIPPER, target: '/etc/vector/vector.yaml' }],
    ...(network !== undefined && { networks: [network] }),
    healthcheck: { ...healthTest(['CMD', 'wget', '-q', '--spider', 'http://127.0.0.1:8686/health']) },
    ...lockedDown(user, ['/var/lib/vector'], { cpus: '0.25', memory: '128M', pids: 64 }),
  };
  return {
    base: {
      services: { [LOG_SHIPPER]: shipper },
      volumes: {
        logs: { driver_opts: { type: 'tmpfs', device: 'tmpfs', o: `size=64m,uid=${uid},gid=${gid},mode=0750` } },
      },
      configs: { [LOG_SHIPPER]: { file: `./${SETTINGS_FOLDER}/vector.yaml` } },
    },
    development: { services: {} },
    production: { services: { [LOG_SHIPPER]: supervised({ cpus: '0.05', memory: '32M' }) } },
  };
}

/** What is shipped where: to the container's own output until somebody names a place. */
export function logShipperFile(folder: (name: string) => string): PlannedFile {
  const text = `# What the log shipper reads, and where it sends it. Reference: https://vector.dev/docs/reference/configuration/
data_dir: /var/lib/vector

# Asked by its health check.
api:
  enabled: true
  address: 127.0.0.1:8686

sources:
  app:
    type: file
    include:
      - ${LOG_FOLDER}/*.log

sinks:
  # Send them to your log store here.
  out:
    type: console
    inputs: [app]
    encoding:
      codec: json
`;
  return { path: folder(`${SETTINGS_FOLDER}/vector.yaml`), text };
}
