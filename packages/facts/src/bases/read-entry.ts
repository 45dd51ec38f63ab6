import { type BaseEntry, names } from './base-entry.ts';
import { entryShape } from './entry-shape.ts';

const { texts, names: nameLists, lists, flags, choices, mostItems, longestText } = entryShape;

/**
 * Reads an entry of the configuration, which has the table's shape. The configuration's
 * schema refuses what is of the wrong type; here it is left out. Undefined without a pattern.
 * An entry that extends none of the profiles stands for an image with a shell of which not everything is known.
 */
export function readEntry(value: unknown, profiles: readonly string[]): BaseEntry | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const from = value as Readonly<Record<string, unknown>>;
  const entry: Record<string, unknown> = {};
  for (const name of texts) if (isText(from[name])) entry[name] = from[name];
  for (const name of nameLists) {
    const list = textList(from[name]);
    if (list) entry[name] = list.flatMap((text) => names(text));
  }
  for (const name of lists) {
    const list = textList(from[name]);
    if (list) entry[name] = list;
  }
  for (const name of flags) if (typeof from[name] === 'boolean') entry[name] = from[name];
  for (const [name, words] of Object.entries<readonly string[]>(choices))
    if (words.includes(from[name] as string)) entry[name] = from[name];
  if (Number.isSafeInteger(from.uid)) entry.uid = from.uid;
  if (Array.isArray(from.ports)) entry.ports = from.ports.slice(0, mostItems).filter(isPort);
  if (typeof from.users === 'object' && from.users !== null) {
    entry.users = Object.fromEntries(Object.entries(from.users).filter(([, uid]) => Number.isSafeInteger(uid)));
  }
  if (!entry.match) return undefined;
  if (!profiles.includes(entry.extends as string)) entry.extends = entry.variant === 'distroless' ? undefined : 'any';
  return withUid(entry) as unknown as BaseEntry;
}

/** A user by number says its uid; of one by name it is not known unless written. */
function withUid(entry: Record<string, unknown>): Record<string, unknown> {
  if (typeof entry.user !== 'string' || entry.uid !== undefined) return entry;
  const number = /^\d{1,9}(?=$|:)/.exec(entry.user)?.[0];
  const isRoot = entry.user === '' || entry.user === 'root';
  return { ...entry, uid: isRoot ? 0 : number === undefined ? undefined : Number(number) };
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= longestText;
}

/** A single text stands for a list of one. */
function textList(value: unknown): string[] | undefined {
  if (isText(value)) return [value];
  return Array.isArray(value) ? value.slice(0, mostItems).filter(isText) : undefined;
}

function isPort(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) > 0 && (value as number) < 65536;
}
