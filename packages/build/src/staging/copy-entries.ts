import { chmodSync, lutimesSync, mkdirSync, symlinkSync, utimesSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import type { HashedEntry } from '../model/context-entry.ts';
import { copyFile } from './copy-file.ts';

/** Milliseconds of copying after which others get their turn, so that an interruption is heeded at once. */
const TURN = 20;

/**
 * Lays entries below a new folder: their modes, links as links, one time for everything, folders last since filling them touches them.
 * Entries are sorted, so that a folder comes before what is in it. Gives the paths whose bytes are no longer those that were hashed.
 */
export async function copyEntries(entries: readonly HashedEntry[], folder: string, time: number): Promise<string[]> {
  mkdirSync(folder, { mode: 0o700 });
  const changed: string[] = [];
  let turn = performance.now();
  for (const { path, type, mode, target, digest, absolute } of entries) {
    const to = `${folder}/${path}`;
    if (type === 'folder') mkdirSync(to, { mode: 0o700 });
    else if (type === 'link') {
      symlinkSync(target ?? '', to);
      lutimesSync(to, time, time);
    } else {
      const copied = copyFile({ from: absolute, to, mode, time });
      if (copied === undefined || copied !== digest) changed.push(path);
    }
    if (performance.now() - turn < TURN) continue;
    await setImmediate();
    turn = performance.now();
  }
  const folders = entries
    .filter(({ type }) => type === 'folder')
    .map(({ path, mode }) => ({ to: `${folder}/${path}`, mode }));
  for (const { to, mode } of [{ to: folder, mode: 0o755 }, ...folders]) {
    chmodSync(to, mode);
    utimesSync(to, time, time);
  }
  return changed;
}
