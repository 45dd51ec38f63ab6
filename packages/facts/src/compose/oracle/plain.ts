import { readBytes, readDuration } from '../read/quantities.ts';

/** Data as it is compared: every scalar a string in its normal form. */
export type Plain = string | null | readonly Plain[] | { readonly [key: string]: Plain };

const BYTES = new Set([
  'mem_limit',
  'memory',
  'shm_size',
  'memswap_limit',
  'mem_reservation',
  'mem_swappiness',
  'size',
  'rate',
]);
const DURATIONS = new Set([
  'interval',
  'timeout',
  'start_period',
  'start_interval',
  'stop_grace_period',
  'delay',
  'monitor',
  'window',
]);
const FLAGS = new Set([
  ...['init', 'privileged', 'read_only', 'stdin_open', 'tty', 'disable', 'oom_kill_disable', 'external', 'internal'],
  ...[
    'attachable',
    'enable_ipv4',
    'enable_ipv6',
    'nocopy',
    'create_host_path',
    'required',
    'restart',
    'no_cache',
    'pull',
  ],
]);
const NUMBERS = new Set([
  'cpus',
  'cpu_percent',
  'max_failure_ratio',
  'retries',
  'soft',
  'hard',
  'replicas',
  'scale',
  'pids',
]);

/** A scalar's normal form by its key: bytes, milliseconds, flags and numbers alike however they were written. */
export function plainScalar(key: string, text: string): string {
  const lower = text.toLowerCase();
  if (BYTES.has(key)) return String(readBytes(text) ?? text);
  if (DURATIONS.has(key)) return String(readDuration(text) ?? text);
  if (FLAGS.has(key) && /^(?:y|yes|on|true)$/.test(lower)) return 'true';
  if (FLAGS.has(key) && /^(?:n|no|off|false)$/.test(lower)) return key === 'restart' && lower === 'no' ? 'no' : 'false';
  if (NUMBERS.has(key) && text !== '' && !Number.isNaN(Number(text))) return String(Math.fround(Number(text)));
  if (key === 'mode' && /^0[0-7]+$/.test(text)) return String(Number.parseInt(text, 8));
  if (key === 'count' && lower === 'all') return '-1';
  return text;
}

/** Where empty values count: everywhere else an empty text, list or map, a zero and a `false` are as good as absent. */
const TELLING = new Set([
  'environment',
  'args',
  'labels',
  'annotations',
  'sysctls',
  'options',
  'driver_opts',
  'command',
  'entrypoint',
]);
const EMPTY = new Set(['', '0', 'false']);

/** Without what `docker compose config` leaves out as empty. */
export function prune(value: Plain, key = ''): Plain {
  if (typeof value === 'string' || value === null) return value;
  if (isList(value)) return value.map((item) => prune(item, key));
  const kept: Record<string, Plain> = {};
  for (const [name, inner] of Object.entries(value)) {
    // A label without value is an empty one.
    const pruned = key === 'labels' && inner === null ? '' : prune(inner, name);
    if (TELLING.has(key) || !isEmpty(pruned, name, key)) kept[name] = pruned;
  }
  return kept;
}

function isEmpty(value: Plain, name: string, parent: string): boolean {
  if (NAMED.has(parent)) return false;
  if (value === null) return true;
  if (typeof value === 'string') return EMPTY.has(value);
  return TELLING.has(name) && isList(value) ? false : Object.keys(value).length === 0;
}

/** Maps whose keys are names, which count without a value. */
const NAMED = new Set(['services', 'networks', 'volumes', 'secrets', 'configs', 'models', 'depends_on']);

function isList(value: Plain): value is readonly Plain[] {
  return Array.isArray(value);
}

/** The first differences between two values, as `path: ours, docker's`. */
export function differences(ours: Plain, theirs: Plain, path = ''): string[] {
  if (
    typeof ours !== 'object' ||
    typeof theirs !== 'object' ||
    ours === null ||
    theirs === null ||
    isList(ours) !== isList(theirs)
  ) {
    return ours === theirs || (isVoid(ours) && isVoid(theirs))
      ? []
      : [`${path}: ${JSON.stringify(ours)}, docker ${JSON.stringify(theirs)}`];
  }
  const [a, b] = [ours as Record<string, Plain>, theirs as Record<string, Plain>];
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  return keys.flatMap((key) => differences(a[key] ?? null, b[key] ?? null, `${path}.${key}`));
}

function isVoid(value: Plain): boolean {
  return value === null || (typeof value === 'object' && Object.keys(value).length === 0);
}
