import { type BaseEntry, names } from './base-entry.ts';

const TEXTS = ['distro', 'user', 'workdir', 'extends'] as const;
const NAMES = ['shells', 'managers', 'programs', 'without', 'unsure', 'runtimes', 'env'] as const;
const LISTS = ['match', 'sources', 'shell', 'volumes', 'data', 'entrypoint', 'cmd', 'onbuild'] as const;
const FLAGS = ['unknown', 'open', 'init', 'healthcheck'] as const;
const CHOICES = {
  variant: ['full', 'slim', 'alpine', 'minimal', 'distroless'],
  libc: ['glibc', 'musl', 'none'],
  java: ['jdk', 'jre'],
};
const MAX_LIST = 500;
const MAX_TEXT = 300;

/**
 * Reads an entry of the configuration, which has the table's shape. What is of the wrong type is left out; undefined without a pattern.
 * An entry that extends none of the profiles stands for an image with a shell of which not everything is known.
 */
export function readEntry(value: unknown, profiles: readonly string[]): BaseEntry | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const from = value as Readonly<Record<string, unknown>>;
  const entry: Record<string, unknown> = {};
  for (const name of TEXTS) if (isText(from[name])) entry[name] = from[name];
  for (const name of NAMES) {
    const list = textList(from[name]);
    if (list) entry[name] = list.flatMap((text) => names(text));
  }
  for (const name of LISTS) {
    const list = textList(from[name]);
    if (list) entry[name] = list;
  }
  for (const name of FLAGS) if (typeof from[name] === 'boolean') entry[name] = from[name];
  for (const [name, choices] of Object.entries(CHOICES))
    if (choices.includes(from[name] as string)) entry[name] = from[name];
  if (Number.isSafeInteger(from.uid)) entry.uid = from.uid;
  if (Array.isArray(from.ports)) entry.ports = from.ports.slice(0, MAX_LIST).filter(isPort);
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
  return typeof value === 'string' && value.length <= MAX_TEXT;
}

/** A single text stands for a list of one. */
function textList(value: unknown): string[] | undefined {
  if (isText(value)) return [value];
  return Array.isArray(value) ? value.slice(0, MAX_LIST).filter(isText) : undefined;
}

function isPort(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) > 0 && (value as number) < 65536;
}
