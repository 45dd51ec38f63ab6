import type { ComposeFaults } from '../faults.ts';
import type { Located } from '../located.ts';
import { readBytes } from '../read/quantities.ts';
import { splitWords } from '../read/split-words.ts';

type TextKind = keyof typeof KINDS;

/** What Compose makes of a text, and how it is said of one that it refuses. */
const KINDS = {
  flag: { reads: (text: string) => /^(?:true|false|y|yes|on|n|no|off)$/i.test(text), is: 'neither true nor false' },
  integer: { reads: (text: string) => /^[-+]?\d+$/.test(text), is: 'no whole number' },
  natural: { reads: (text: string) => /^(?:\+?\d+|-0+)$/.test(text), is: 'no whole number from 0 on' },
  count: { reads: (text: string) => /^(?:[-+]?\d+|all)$/i.test(text), is: 'neither a whole number nor `all`' },
  number: { reads: isNumber, is: 'no number' },
  size: {
    reads: (text: string) => readBytes(text.trim()) !== undefined || isNumber(text),
    is: 'no size in bytes, as `512m` is',
  },
  mode: { reads: (text: string) => /^[-+]?[0-7]+$/.test(text), is: 'no octal mode, as `0440` is' },
  line: { reads: (text: string) => splitWords(text) !== undefined, is: 'no whole command line: a quote is left open' },
} as const;

function isNumber(text: string): boolean {
  return /^[-+]?(?:(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?|inf(?:inity)?|nan|0x[\da-f.]+p[-+]?\d+)$/i.test(text);
}

interface TextTree {
  /** `*` is any key of a map, and any item of a list. */
  readonly [key: string]: TextKind | TextTree;
}

const DEVICES: TextTree = { '*': { count: 'count' } };
const RESOURCES: TextTree = {
  cpus: 'number',
  devices: DEVICES,
  generic_resources: { '*': { discrete_resource_spec: { value: 'integer' } } },
  memory: 'size',
  pids: 'integer',
};
const RATES: TextTree = { '*': { rate: 'size' } };
const HOOKS: TextTree = { '*': { command: 'line', privileged: 'flag' } };
const UPDATE: TextTree = { max_failure_ratio: 'number', parallelism: 'integer' };
const FILE_MOUNTS: TextTree = { '*': { mode: 'mode' } };

/** Source: compose-go interpolateTypeCastMapping, types.UnitBytes, types.FileMode, types.ShellCommand. */
const SERVICE: TextTree = {
  attach: 'flag',
  blkio_config: { device_read_bps: RATES, device_read_iops: RATES, device_write_bps: RATES, device_write_iops: RATES },
  build: { secrets: FILE_MOUNTS, shm_size: 'size' },
  command: 'line',
  configs: FILE_MOUNTS,
  cpu_count: 'integer',
  cpu_percent: 'number',
  cpu_period: 'integer',
  cpu_quota: 'integer',
  cpu_rt_period: 'integer',
  cpu_rt_runtime: 'integer',
  cpu_shares: 'integer',
  cpus: 'number',
  depends_on: { '*': { required: 'flag', restart: 'flag' } },
  deploy: {
    placement: { max_replicas_per_node: 'integer' },
    replicas: 'natural',
    resources: { limits: RESOURCES, reservations: RESOURCES },
    restart_policy: { max_attempts: 'integer' },
    rollback_config: UPDATE,
    update_config: UPDATE,
  },
  entrypoint: 'line',
  env_file: { '*': { required: 'flag' } },
  gpus: DEVICES,
  healthcheck: { disable: 'flag', retries: 'natural' },
  init: 'flag',
  mem_limit: 'size',
  mem_reservation: 'size',
  mem_swappiness: 'size',
  memswap_limit: 'size',
  oom_kill_disable: 'flag',
  oom_score_adj: 'integer',
  pids_limit: 'integer',
  post_start: HOOKS,
  pre_stop: HOOKS,
  privileged: 'flag',
  read_only: 'flag',
  scale: 'natural',
  secrets: FILE_MOUNTS,
  shm_size: 'size',
  stdin_open: 'flag',
  tty: 'flag',
  ulimits: { '*': 'integer' },
  volumes: { '*': { read_only: 'flag', tmpfs: { size: 'size' }, volume: { nocopy: 'flag' } } },
};

const ROOT: TextTree = {
  configs: { '*': { external: 'flag' } },
  networks: { '*': { attachable: 'flag', external: 'flag', internal: 'flag' } },
  secrets: { '*': { external: 'flag' } },
  services: { '*': SERVICE },
  volumes: { '*': { external: 'flag' } },
};

/** Faults for texts that Compose makes a number, a flag or a list of words of, and cannot. Those with unknown variables pass. */
export function checkTexts(root: Located, faults: ComposeFaults, tree: TextTree | TextKind = ROOT): void {
  if (typeof tree === 'string') {
    if (root.kind !== 'scalar' || root.holes.length > 0) return;
    const { reads, is } = KINDS[tree];
    // Numbers are of the right type; only their sign may be wrong.
    const refused = typeof root.value === 'string' ? !reads(root.value) : tree === 'natural' && Number(root.value) < 0;
    if (refused) faults.add('value', `\`${root.value}\` is ${is}.`, root.place);
  } else if (root.kind === 'list') {
    const inner = tree['*'];
    if (inner) for (const item of root.items) checkTexts(item, faults, inner);
  } else if (root.kind === 'map') {
    for (const { key, value } of root.entries.values()) {
      const inner = Object.hasOwn(tree, key) ? tree[key] : tree['*'];
      if (inner) checkTexts(value, faults, inner);
    }
  }
}
