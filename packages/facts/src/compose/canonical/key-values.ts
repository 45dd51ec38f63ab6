import { isNull, type Located, type LocatedEntry, mapOf, scalarOf } from '../located.ts';
import { cut } from '../pieces.ts';
import type { FormContext } from './form.ts';

/**
 * `KEY=VALUE` lists and maps alike as a map; a key without `=` has a null value. Of a key that is there twice the last
 * one counts, in the first one's position.
 */
export function keyValues(value: Located): Located {
  if (value.kind === 'map') return value;
  if (isNull(value)) return mapOf(value, []);
  const items = value.kind === 'list' ? value.items : [value];
  const entries: LocatedEntry[] = [];
  for (const item of items) {
    if (item.kind !== 'scalar') continue;
    const [key, rest] = cut(item, '=');
    entries.push({ key: String(key.value), place: key.place, value: rest ?? scalarOf(item, null) });
  }
  return mapOf(value, entries);
}

/** The same for variables, whose names in a list end in no blank. */
export function variables(value: Located, context: FormContext): Located {
  return named(value, context, () => true);
}

/** The same for arguments of a build, of which Compose drops those without a value first. */
export function buildArguments(value: Located, context: FormContext): Located {
  return named(value, context, (given) => given !== undefined);
}

function named(value: Located, { faults }: FormContext, counts: (given: Located | undefined) => boolean): Located {
  for (const item of value.kind === 'list' ? value.items : []) {
    const [name, given] = item.kind === 'scalar' ? cut(item, '=') : [];
    if (name && counts(given) && name.holes.length === 0 && /\s$/.test(String(name.value)))
      faults.add('variable', `The name \`${name.value}\` ends in a blank.`, name.place);
  }
  return keyValues(value);
}

/** A list of names, or a map by name, as a map; the short form's values are null. */
export function namesToMap(value: Located): Located {
  if (value.kind !== 'list') return isNull(value) ? mapOf(value, []) : value;
  const entries = value.items.map((item): LocatedEntry => {
    return { key: item.kind === 'scalar' ? String(item.value) : '', place: item.place, value: scalarOf(item, null) };
  });
  return mapOf(value, entries);
}

/** A single string as a list of one. */
export function toList(value: Located): Located {
  if (value.kind !== 'scalar') return value;
  return { ...value, kind: 'list', items: isNull(value) ? [] : [value] };
}
