import { suggest } from '../../text/suggest.ts';
import type { CsvField } from '../csv-fields.ts';
import { shown } from '../shown.ts';
import { goBoolean, goSize } from './go-values.ts';

/** What the fields of a mount have set so far. */
export interface Mount {
  /** Undefined where a variable sets it. */
  type: string | undefined;
  /** Values by key, synonyms under one; undefined where a variable is in them. */
  readonly set: Map<string, string | undefined>;
}

const TYPES = ['bind', 'cache', 'secret', 'ssh', 'tmpfs'];
const SHARING = ['locked', 'private', 'shared'];
const SWITCHES: ReadonlySet<string> = new Set(['readonly', 'ro', 'readwrite', 'rw', 'required']);

export const MOUNT_KEYS: ReadonlySet<string> = new Set(
  'type from source src target dst destination readonly ro readwrite rw required size id sharing mode uid gid env'.split(
    ' ',
  ),
);

/** What is wrong with one field, whose value is `value` (undefined for a bare word, or where a variable is in it). */
export function checkMountField(mount: Mount, field: CsvField, value: string | undefined): string | undefined {
  const { name } = field;
  const isBare = field.value === undefined;
  if (!MOUNT_KEYS.has(name)) return unknownKey(name);
  if (isBare && !SWITCHES.has(name)) return `${name} of --mount takes a value, as in ${name}=…`;
  if (name === 'type') {
    mount.type = value?.toLowerCase();
    return value === undefined ? undefined : choiceFault('type', value, TYPES);
  }
  const place = placeFault(mount, name);
  if (place || value === undefined) return place;
  if (SWITCHES.has(name))
    return goBoolean(value) === undefined ? `${name} is true or false, not ${shown(value)}` : undefined;
  if (name === 'sharing') return choiceFault('sharing', value, SHARING);
  if (name === 'size') return goSize(value) ? undefined : `size is a size, as in size=64m, not ${shown(value)}`;
  if (name === 'mode')
    return isNumber(value, 8) ? undefined : `mode is an octal number, as in mode=0400, not ${shown(value)}`;
  if (name === 'uid' || name === 'gid')
    return isNumber(value, 10) ? undefined : `${name} is a number, not ${shown(value)}`;
  return undefined;
}

/** BuildKit looks at the type as set up to here: it has to come first. */
function placeFault({ type }: Mount, name: string): string | undefined {
  if (type === undefined) return undefined;
  if (name === 'required' && type !== 'secret' && type !== 'ssh') {
    return `required goes with type=secret and type=ssh, which must stand before it, not with ${type}`;
  }
  if (name === 'size' && type !== 'tmpfs')
    return `size goes with type=tmpfs, which must stand before it, not with ${type}`;
  return undefined;
}

function unknownKey(name: string): string {
  const near = suggest(name, MOUNT_KEYS);
  const fault = `${shown(name) || 'An empty field'} is nothing that --mount takes`;
  return near ? `${fault}; ${near} was probably meant` : fault;
}

function choiceFault(name: string, value: string, choices: readonly string[]): string | undefined {
  if (choices.includes(value.toLowerCase())) return undefined;
  const near = suggest(value, choices);
  const fault = `${name} of --mount is ${choices.join(', ')}, not ${shown(value) || 'nothing'}`;
  return near ? `${fault}; ${near} was probably meant` : fault;
}

/** Go's `strconv.ParseUint` with 32 bits. */
function isNumber(value: string, base: 8 | 10): boolean {
  return (base === 8 ? /^[0-7]+$/ : /^\d+$/).test(value) && Number.parseInt(value, base) < 2 ** 32;
}
