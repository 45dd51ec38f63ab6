import { type BigIntStats, type Dirent, lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import {
  type IgnoreMatcher,
  type IgnoreTree,
  ignoreMatcher,
  parseIgnore,
  sourceText,
} from '@dockwarden-internal/syntax';
import type { ContextEntry } from '../model/context-entry.ts';

export type DiskKind = 'file' | 'link' | 'folder' | 'special';

export interface DiskName {
  readonly name: string;
  readonly kind: DiskKind;
}

export interface IgnoreRules {
  readonly tree: IgnoreTree;
  readonly matcher: IgnoreMatcher;
}

/**
 * What was seen of the disk in one run: each folder is listed once and each file looked at once, however many images share it. It sees
 * no later change, so that it must not outlive the run.
 */
export interface Disk {
  /** Names of a folder in the order of the disk; `unreadable` where it may not be listed, undefined where there is no folder. */
  list(absolute: string): readonly DiskName[] | 'unreadable' | undefined;
  /** Names of a folder that are not UTF-8, as they can be shown. */
  oddNames(absolute: string): readonly string[];
  /** Of the file or link itself; undefined where it is gone. */
  stat(absolute: string): BigIntStats | undefined;
  readLink(absolute: string): string | undefined;
  /** What was made of the files for contexts read in a mode, by absolute path. */
  readonly entries: Readonly<Record<'staged' | 'direct', Map<string, ContextEntry>>>;
  /** The ignore file at a path, read and compiled once; undefined where there is none. */
  ignoreRules(absolute: string, path: string): IgnoreRules | undefined;
}

export function openDisk(): Disk {
  const lists = new Map<string, readonly DiskName[] | 'unreadable' | undefined>();
  const odd = new Map<string, readonly string[]>();
  const stats = new Map<string, BigIntStats | undefined>();
  const links = new Map<string, string | undefined>();
  const rules = new Map<string, IgnoreRules | undefined>();
  return {
    list: (absolute) => remember(lists, absolute, () => listFolder(absolute, odd)),
    oddNames: (absolute) => odd.get(absolute) ?? [],
    stat: (absolute) =>
      remember(stats, absolute, () => unlessGone(() => lstatSync(absolute, { bigint: true, throwIfNoEntry: false }))),
    readLink: (absolute) => remember(links, absolute, () => unlessGone(() => readlinkSync(absolute))),
    entries: { staged: new Map(), direct: new Map() },
    ignoreRules: (absolute, path) => remember(rules, absolute, () => readRules(absolute, path)),
  };
}

function remember<T>(known: Map<string, T>, key: string, find: () => T): T {
  const found = known.get(key);
  if (found !== undefined || known.has(key)) return found as T;
  const value = find();
  known.set(key, value);
  return value;
}

function listFolder(
  absolute: string,
  odd: Map<string, readonly string[]>,
): readonly DiskName[] | 'unreadable' | undefined {
  let entries: Dirent[];
  try {
    entries = readdirSync(absolute, { withFileTypes: true });
  } catch (error) {
    return isGone(error) ? undefined : 'unreadable';
  }
  const names = entries.map((entry) => ({ name: entry.name, kind: kindOf(entry) }));
  if (!names.some(({ name }) => name.includes('\uFFFD'))) return names;
  // Node puts U+FFFD for bytes that are not UTF-8; the character may also stand in a name by right.
  const raw = readdirSync(absolute, { encoding: 'buffer' });
  const wrong = raw
    .filter((name) => !Buffer.from(name.toString('utf8')).equals(name))
    .map((name) => name.toString('utf8'));
  if (wrong.length > 0) odd.set(absolute, wrong);
  return names.filter(({ name }) => !wrong.includes(name));
}

function kindOf(entry: Dirent): DiskKind {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'folder';
  return entry.isSymbolicLink() ? 'link' : 'special';
}

function readRules(absolute: string, path: string): IgnoreRules | undefined {
  const text = unlessGone(() => readFileSync(absolute, 'utf8'));
  if (text === undefined) return undefined;
  const tree = parseIgnore(sourceText(path, text));
  return { tree, matcher: ignoreMatcher(tree) };
}

/** What went away between listing and looking counts as never there; the copy that a build reads is made from what was seen. */
function unlessGone<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch {
    return undefined;
  }
}

function isGone(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ENOENT' || code === 'ENOTDIR';
}
