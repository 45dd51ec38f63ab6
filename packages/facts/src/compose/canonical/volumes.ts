import { type Located, type LocatedEntry, type LocatedScalar, listOf, mapOf, scalarOf } from '../located.ts';
import { piece, split } from '../pieces.ts';
import type { FormContext } from './form.ts';

const PROPAGATION = new Set(['rprivate', 'private', 'rshared', 'shared', 'rslave', 'slave']);

/**
 * Volumes in the long form: `[SOURCE:]TARGET[:OPTIONS]`. A source that begins with `.`, `/`, `~` or a Windows drive is a
 * bind mount; one that variables hide has no type.
 * Source: Compose file reference, "volumes"; compose-go format.ParseVolume.
 */
export function canonicalVolumes(value: Located, context: FormContext): Located {
  if (value.kind !== 'list') return value;
  return listOf(
    value,
    value.items.map((item) => (item.kind === 'scalar' ? shortVolume(item, context) : item)),
  );
}

function shortVolume(item: LocatedScalar, { faults }: FormContext): Located {
  const written = lengthOf(item) <= 2 ? [item] : split(item, ':');
  // Two Windows paths and options are five parts at most.
  const parts = written.length > 5 ? written : joinDrives(item, written);
  if (parts.length > 3 || parts.some((part) => lengthOf(part) === 0)) {
    faults.add('volume', `\`${item.value}\` is no volume: \`[source:]target[:options]\`.`, item.place);
  }
  const [first, second, options] = parts;
  const source = second ? first : undefined;
  const target = second ?? first!;
  const entries: LocatedEntry[] = [];
  const put = (key: string, value: Located | undefined) => {
    if (value) entries.push({ key, place: value.place, value });
  };
  const type = source ? typeOf(source) : 'volume';
  // A source whose begin is not known hides the type too.
  put('type', type === undefined ? source : scalarOf(item, type));
  put('source', source);
  put('target', cleaned(target));
  const readOptions = options ? split(options, ',') : [];
  const bind: LocatedEntry[] = [];
  const volume: LocatedEntry[] = [];
  let readOnly: LocatedScalar | undefined;
  for (const option of readOptions) {
    const text = String(option.value);
    const entry = (key: string, value: LocatedScalar): LocatedEntry => ({ key, place: option.place, value });
    if (text === 'ro') readOnly = scalarOf(option, true);
    else if (text === 'rw') readOnly = undefined;
    else if (text === 'nocopy') volume.push(entry('nocopy', scalarOf(option, true)));
    else if (text === 'z' || text === 'Z') bind.push(entry('selinux', option));
    else if (PROPAGATION.has(text)) bind.push(entry('propagation', option));
    else if (option.holes.length > 0) readOnly = option;
  }
  put('read_only', readOnly);
  if (type === 'bind') bind.push({ key: 'create_host_path', place: item.place, value: scalarOf(item, true) });
  if (bind.length > 0) put('bind', mapOf(item, bind));
  if (type === 'volume') put('volume', mapOf(item, volume));
  return mapOf(item, entries);
}

/** `C:\data` is one part, not two. */
function joinDrives(item: LocatedScalar, parts: readonly LocatedScalar[]): LocatedScalar[] {
  const joined: LocatedScalar[] = [];
  let start = 0;
  let at = 0;
  for (const [index, part] of parts.entries()) {
    const end = at + lengthOf(part);
    const drive = start === at && index + 1 < parts.length && /^[a-z]$/i.test(String(part.value));
    if (!drive) {
      joined.push(piece(item, start, end));
      start = end + 1;
    }
    at = end + 1;
  }
  return joined;
}

function typeOf(source: LocatedScalar): 'bind' | 'volume' | undefined {
  const text = String(source.value);
  if (source.holes.some((hole) => hole.start === 0)) return undefined;
  return /^(?:[./~]|\\\\|[a-z]:)/i.test(text) ? 'bind' : 'volume';
}

/** `/data/../x//` is `/x`. */
function cleaned(target: LocatedScalar): LocatedScalar {
  const text = String(target.value);
  if (target.holes.length > 0 || !/\/(?:\/|\.|$)|^\.\.?\//.test(text) || text === '/') return target;
  return { ...target, value: cleanPath(text) };
}

/** As Go's path.Clean. */
export function cleanPath(path: string): string {
  const rooted = path.startsWith('/');
  const kept: string[] = [];
  for (const segment of path.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') kept.push(segment);
    else if (kept.length > 0 && kept.at(-1) !== '..') kept.pop();
    else if (!rooted) kept.push('..');
  }
  return (rooted ? '/' : '') + kept.join('/') || '.';
}

function lengthOf(scalar: LocatedScalar): number {
  return String(scalar.value).length;
}
