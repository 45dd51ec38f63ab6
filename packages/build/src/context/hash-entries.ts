import { setImmediate } from 'node:timers/promises';
import type { ContextEntry, HashedEntry } from '../model/context-entry.ts';
import { type DigestCache, openDigestCache } from './digest-cache.ts';
import { fileStamp, stampTime } from './file-stamp.ts';
import { hashFile } from './hash-file.ts';

/** Milliseconds of reading after which others get their turn, so that an interruption is heeded at once. */
const TURN = 20;

/**
 * Adds to each file the SHA-256 of its raw bytes, from the cache where the file was not touched since it was read. A file that is gone or
 * may not be read has no digest, which no build can pass (`stageContexts` reports it). The digest of a file that holds a secret confirms
 * a guess at it: digests are compared and hashed on, never printed or sent away.
 * Entries that several images share in one run are hashed once.
 */
export async function hashEntries(
  entries: readonly ContextEntry[],
  cache: DigestCache = openDigestCache(undefined),
): Promise<HashedEntry[]> {
  const hashed: HashedEntry[] = [];
  let turn = performance.now();
  for (const entry of entries) {
    const known = entry.type === 'file' ? (done.get(entry) ?? cached(entry, cache)) : entry;
    if (known) {
      hashed.push(known);
      continue;
    }
    const read = hashEntry(entry, cache);
    done.set(entry, read);
    hashed.push(read);
    if (performance.now() - turn < TURN) continue;
    await setImmediate();
    turn = performance.now();
  }
  return hashed;
}

/** By the entry as it was read from the disk: another reading makes other entries. */
const done = new WeakMap<ContextEntry, HashedEntry>();

function cached(entry: ContextEntry, cache: DigestCache): HashedEntry | undefined {
  const digest = entry.stamp === undefined ? undefined : cache.get(entry.absolute, entry.stamp);
  if (digest === undefined) return undefined;
  const hashed = { ...entry, digest };
  done.set(entry, hashed);
  return hashed;
}

function hashEntry(entry: ContextEntry, cache: DigestCache): HashedEntry {
  const found = hashFile(entry.absolute);
  if (!found) return entry;
  const { digest, stat, readAt } = found;
  const stamp = fileStamp(stat);
  cache.set(entry.absolute, stamp, digest, stampTime(stat), readAt);
  return { ...entry, size: Number(stat.size), stamp, digest };
}
