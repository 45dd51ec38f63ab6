import { unresolved } from '../../kernel/unsure.ts';
import { isNull, type Located } from '../located.ts';
import { readCommandLine } from '../read/command.ts';
import { readPath } from '../read/path-setting.ts';
import { scalarText } from '../scalar-text.ts';
import { type Plain, plainScalar } from './plain.ts';

/** Generic: scalars by the key they stand under, the named keys as paths of the disk. */
export function plain(value: Located, key: string, paths: readonly string[]): Plain {
  if (value.kind === 'list') return value.items.map((item) => plain(item, key, paths));
  if (value.kind === 'scalar') return isNull(value) ? null : plainScalar(key, scalarText(value));
  const result: Record<string, Plain> = {};
  for (const [name, { value: inner }] of value.entries) {
    if (name.startsWith('x-')) continue;
    result[name] = paths.includes(name) ? path(inner) : plain(inner, name, []);
  }
  return result;
}

export function path(value: Located): Plain {
  const setting = readPath(value);
  if (!setting) return null;
  if (setting.remote || /^(?:\/|\\\\|[a-z]:)/i.test(setting.text)) return setting.text;
  return typeof setting.path === 'string' ? setting.path : 'outside';
}

export function words(value: Located | undefined): Plain | undefined {
  const line = readCommandLine(value);
  return line && (line.words === unresolved ? 'unresolved' : [...line.words]);
}

export function items(value: Located | undefined): string[] {
  const list = value?.kind === 'list' ? value.items : value ? [value] : [];
  return list.flatMap((item) => (item.kind === 'scalar' && !isNull(item) ? [scalarText(item)] : []));
}

export function mapItems(value: Located | undefined, form: (item: Located) => Plain): Plain | undefined {
  return value?.kind === 'list' ? value.items.map(form) : undefined;
}

export function list(value: Plain | undefined): readonly Plain[] {
  return Array.isArray(value) ? value : [];
}

export function record(value: Plain): Record<string, Plain> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? { ...(value as Record<string, Plain>) }
    : {};
}
