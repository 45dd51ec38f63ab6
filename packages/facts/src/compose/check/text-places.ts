import type { TextKind } from './text-kinds.ts';

export interface TextTree {
  /** `*` is any key of a map, and any item of a list; the empty key is the value itself, where it is no map. */
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
const UPDATE: TextTree = { max_failure_ratio: 'number', parallelism: 'natural' };
const FILE_MOUNTS: TextTree = { '*': { mode: 'mode' } };
const WEIGHT: TextKind = 'unquotedNatural';

/** Of whatever is a container: services, jobs, and what runs before a service starts. */
const CONTAINER: TextTree = {
  blkio_config: {
    device_read_bps: RATES,
    device_read_iops: RATES,
    device_write_bps: RATES,
    device_write_iops: RATES,
    weight: WEIGHT,
    weight_device: { '*': { weight: WEIGHT } },
  },
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
  entrypoint: 'line',
  env_file: { '*': { format: 'envFormat', required: 'flag' } },
  gpus: DEVICES,
  group_add: { '*': 'word' },
  init: 'flag',
  mem_limit: 'size',
  mem_reservation: 'size',
  mem_swappiness: 'size',
  memswap_limit: 'size',
  networks: { '*': { use_service_name_alias: 'flag' } },
  oom_kill_disable: 'flag',
  oom_score_adj: 'integer',
  pids_limit: 'integer',
  privileged: 'flag',
  read_only: 'flag',
  secrets: FILE_MOUNTS,
  shm_size: 'size',
  storage_opt: { '*': 'word' },
  ulimits: { '*': { '': 'integer', hard: 'integer', soft: 'integer' } },
  umask: 'umask',
  volumes: {
    '*': {
      bind: { create_host_path: 'flag' },
      read_only: 'flag',
      tmpfs: { mode: 'unquotedNatural', size: 'size' },
      volume: { nocopy: 'flag' },
    },
  },
};

const WORKLOAD: TextTree = {
  ...CONTAINER,
  build: {
    no_cache: 'flag',
    privileged: 'flag',
    pull: 'flag',
    secrets: FILE_MOUNTS,
    shm_size: 'size',
    ulimits: { '*': { '': 'unquoted', hard: 'unquoted', soft: 'unquoted' } },
  },
  depends_on: { '*': { required: 'flag', restart: 'flag' } },
  expose: { '*': 'word' },
  healthcheck: { disable: 'flag', retries: 'natural' },
  stdin_open: 'flag',
  tty: 'flag',
};

const SERVICE: TextTree = {
  ...WORKLOAD,
  attach: 'flag',
  deploy: {
    placement: { max_replicas_per_node: 'natural' },
    replicas: 'natural',
    resources: { limits: RESOURCES, reservations: RESOURCES },
    restart_policy: { max_attempts: 'natural' },
    rollback_config: UPDATE,
    update_config: UPDATE,
  },
  develop: { watch: { '*': { exec: { command: 'line', privileged: 'flag' } } } },
  post_start: HOOKS,
  pre_start: { '*': { ...CONTAINER, per_replica: 'flag' } },
  pre_stop: HOOKS,
  scale: 'natural',
};

/** The texts of a model that Compose reads as something else. Source: compose-go interpolateTypeCastMapping and the types that it decodes to. */
export const TEXTS: TextTree = {
  configs: { '*': { external: 'flag' } },
  jobs: { '*': { ...WORKLOAD, triggers: { manual: 'flag' } } },
  networks: {
    '*': { attachable: 'flag', enable_ipv4: 'flag', enable_ipv6: 'flag', external: 'flag', internal: 'flag' },
  },
  secrets: { '*': { driver_opts: { '*': 'word' }, external: 'flag' } },
  services: { '*': SERVICE },
  volumes: { '*': { external: 'flag' } },
};
