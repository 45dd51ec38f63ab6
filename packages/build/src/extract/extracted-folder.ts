import { lstatSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { readJson, textAt } from '../docker/json.ts';
import { stableJson } from '../metadata/stable-json.ts';
import { folderDigest } from './folder-digest.ts';

/** What is noted beside a folder of extracted files, by which it is known as ours and as whole. */
interface Stamp {
  readonly version: 1;
  readonly image: string;
  readonly key: string;
  /** Of the folder as it was written. */
  readonly listing: string;
}

/**
 * `whole`: what the key made, unchanged. `ours`: made by an earlier extraction, and free to be replaced. `free`: nothing there, or an empty
 * folder. `foreign`: something that nobody but its owner may take away.
 */
export type FolderState = 'whole' | 'ours' | 'free' | 'foreign';

export function folderState(folder: string, image: string, key: string): FolderState {
  const stat = lstatSync(folder, { throwIfNoEntry: false });
  if (!stat) return 'free';
  if (!stat.isDirectory()) return 'foreign';
  const stamp = readStamp(folder);
  if (stamp?.image !== image) return readdirSync(folder).length === 0 ? 'free' : 'foreign';
  return stamp.key === key && folderDigest(folder) === stamp.listing ? 'whole' : 'ours';
}

/** Puts a folder in the place of another, which is ours or empty; `beside` lies in the same parent. Throws what the disk says. */
export function replaceFolder(folder: string, beside: string, { image, key }: Pick<Stamp, 'image' | 'key'>): void {
  const stamp: Stamp = { version: 1, image, key, listing: folderDigest(beside) ?? '' };
  const old = `${beside}.old`;
  // The stamp goes first: after an interruption it fits no folder, and says whose this one is.
  const note = `${stampPath(folder)}.${process.pid}.tmp`;
  writeFileSync(note, stableJson(stamp));
  renameSync(note, stampPath(folder));
  const isThere = lstatSync(folder, { throwIfNoEntry: false }) !== undefined;
  if (isThere) renameSync(folder, old);
  renameSync(beside, folder);
  if (isThere) rmSync(old, { recursive: true, force: true, maxRetries: 3 });
}

/** Beside the folder, since the folder is what is shipped. */
function stampPath(folder: string): string {
  return join(dirname(folder), `.${basename(folder)}.dockwarden.json`);
}

function readStamp(folder: string): Pick<Stamp, 'image' | 'key' | 'listing'> | undefined {
  let value: unknown;
  try {
    value = readJson(readFileSync(stampPath(folder), 'utf8'));
  } catch {
    return undefined;
  }
  const [image, key, listing] = ['image', 'key', 'listing'].map((name) => textAt(value, name));
  return image === undefined || key === undefined || listing === undefined ? undefined : { image, key, listing };
}
