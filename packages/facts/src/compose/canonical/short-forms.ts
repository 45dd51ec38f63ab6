import {
  at,
  isNull,
  type Located,
  type LocatedEntry,
  type LocatedScalar,
  listOf,
  mapOf,
  scalarOf,
  withEntry,
} from '../located.ts';
import { cut, split } from '../pieces.ts';
import type { FormContext } from './form.ts';
import { keyValues } from './key-values.ts';

/** One entry at its value's own place. */
function entry(key: string, value: Located): LocatedEntry {
  return { key, place: value.place, value };
}

/** `build: ./app` is a context. */
export function canonicalBuild(value: Located): Located {
  return value.kind === 'scalar' && !isNull(value) ? mapOf(value, [entry('context', value)]) : value;
}

/** `name` in a list of secrets or configs is a source. */
export function canonicalFileMounts(value: Located): Located {
  if (value.kind !== 'list') return value;
  return listOf(
    value,
    value.items.map((item) => (item.kind === 'scalar' ? mapOf(item, [entry('source', item)]) : item)),
  );
}

/** A path, or a list of paths and maps, as a list of maps. */
export function canonicalEnvFiles(value: Located): Located {
  const items = value.kind === 'list' ? value.items : isNull(value) ? [] : [value];
  return listOf(
    value,
    items.map((item) => (item.kind === 'scalar' ? mapOf(item, [entry('path', item)]) : item)),
  );
}

/** A list of services starts them in order, with nothing more asked of them. */
export function canonicalDependsOn(value: Located): Located {
  if (value.kind !== 'list') return isNull(value) ? mapOf(value, []) : value;
  const entries = value.items.map((item): LocatedEntry => {
    const long = mapOf(item, [
      entry('condition', scalarOf(item, 'service_started')),
      entry('required', scalarOf(item, true)),
    ]);
    return { key: item.kind === 'scalar' ? String(item.value) : '', place: item.place, value: long };
  });
  return mapOf(value, entries);
}

/** `SOURCE[:TARGET[:PERMISSIONS]]`. */
export function canonicalDevices(value: Located, context: FormContext): Located {
  if (value.kind !== 'list') return value;
  return listOf(
    value,
    value.items.map((item) => (item.kind === 'scalar' ? shortDevice(item, context) : item)),
  );
}

function shortDevice(item: LocatedScalar, { faults }: FormContext): Located {
  const parts = split(item, ':');
  if (parts.length > 3)
    faults.add('device', `\`${item.value}\` is no device: \`source[:target[:permissions]]\`.`, item.place);
  const [source, target, permissions] = parts;
  const kept = target && target.value !== '' ? target : source!;
  return mapOf(item, [
    entry('source', source!),
    entry('target', kept),
    entry('permissions', permissions ?? scalarOf(item, 'rwm')),
  ]);
}

/** `gpus: all`. */
export function canonicalGpus(value: Located): Located {
  if (value.kind !== 'scalar' || isNull(value)) return value;
  return listOf(value, [mapOf(value, [entry('count', value)])]);
}

/** `name=context` in a list of build contexts. */
export function canonicalContexts(value: Located, { faults }: FormContext): Located {
  for (const item of value.kind === 'list' ? value.items : []) {
    if (item.kind === 'scalar' && item.holes.length === 0 && !cut(item, '=')[1])
      faults.add('context', `\`${item.value}\` is no context: \`name=context\`.`, item.place);
  }
  return keyValues(value);
}

/** `default` or `id=path` in a list of SSH keys. */
export function canonicalSsh(value: Located, { faults }: FormContext): Located {
  if (value.kind !== 'list') return value;
  const entries = value.items.flatMap((item): LocatedEntry[] => {
    if (item.kind !== 'scalar') return [];
    const [id, path] = cut(item, '=');
    if (!path && item.holes.length === 0 && id.value !== 'default')
      faults.add('ssh', `\`${item.value}\` is no SSH key: \`default\`, or \`id=path\`.`, item.place);
    return [{ key: String(id.value), place: id.place, value: path ?? scalarOf(item, null) }];
  });
  return mapOf(value, entries);
}

/** `external: { name: x }`, the old form, as `external: true` with a name. */
export function canonicalExternal(resource: Located, { faults }: FormContext): Located {
  const external = at(resource, 'external');
  if (resource.kind !== 'map' || external?.kind !== 'map') return resource;
  const named = withEntry(resource, 'external', scalarOf(external, true));
  const name = at(external, 'name');
  const own = at(resource, 'name');
  if (name?.kind === 'scalar' && own?.kind === 'scalar' && name.value !== own.value)
    faults.add('contradiction', '`name` and `external.name` differ: keep `name`, and `external: true`.', name.place);
  return name && !at(resource, 'name') ? withEntry(named, 'name', name) : named;
}

/** Lists of `host=address` or `host:address`, and maps of one or several addresses, as a list of `host=address`. */
export function canonicalHosts(value: Located, context: FormContext): Located {
  if (value.kind === 'list')
    return listOf(
      value,
      value.items.map((item) => shortHost(item, context)),
    );
  if (value.kind !== 'map') return isNull(value) ? listOf(value, []) : value;
  const items = [...value.entries.values()].flatMap(({ key, value: address }) => {
    const addresses = address.kind === 'list' ? address.items : [address];
    return addresses.flatMap((each) => (each.kind === 'scalar' ? [host(key, each)] : []));
  });
  return listOf(value, items);
}

/** What is behind an `=` may hold colons. */
function shortHost(item: Located, { faults }: FormContext): Located {
  if (item.kind !== 'scalar') return item;
  const [name, address] = cut(item, split(item, '=').length > 1 ? '=' : ':');
  if (item.holes.length === 0 && (!address || name.value === '')) {
    faults.add('extra-host', `\`${item.value}\` is no host: \`host=address\`.`, item.place);
  }
  return address && name.holes.length === 0 ? { ...host(String(name.value), address), place: item.place } : item;
}

/** Brackets around an IPv6 address are dropped. */
function host(name: string, address: LocatedScalar): LocatedScalar {
  const text = isNull(address) ? '' : String(address.value);
  const bare = /^\[.+\]$/.test(text) && address.holes.length === 0 ? text.slice(1, -1) : text;
  const shift = name.length + 1;
  const holes = address.holes.map((hole) => ({ ...hole, start: hole.start + shift, end: hole.end + shift }));
  return scalarOf(address, `${name}=${bare}`, holes);
}

/** Empty addresses, as a variable without value leaves them, count for nothing. */
export function canonicalDns(value: Located): Located {
  const items = value.kind === 'list' ? value.items : [value];
  return listOf(
    value,
    items.filter((item) => item.kind !== 'scalar' || (item.value !== '' && item.value !== null)),
  );
}
