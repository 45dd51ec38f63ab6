import {
  chmodSync,
  closeSync,
  futimesSync,
  linkSync,
  mkdirSync,
  openSync,
  readSync,
  symlinkSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { innerPath, innerTarget } from './inner-path.ts';
import { readTar } from './read-tar.ts';
import type { TarEntry, TarFault } from './tar-entry.ts';

/** Entries of one archive; an image with more is no artifact. */
const MOST_ENTRIES = 1_000_000;

const CHUNK = 1 << 20;

/** Bytes and entries after which others have a turn: an interruption is heard only then. */
const TURN = { bytes: 64 << 20, entries: 500 };

export interface Unpacked {
  readonly files: number;
  /** Of all files. */
  readonly bytes: number;
  /** Devices, sockets and pipes, which are left out. */
  readonly devices: number;
}

/**
 * Unpacks an archive into a folder that is empty and ours alone. Nothing is written through a link or outside of the folder, whatever the
 * archive says: each folder is made by this run, each file is new. Permissions are kept, but for setuid and its like; owners are not.
 */
export async function unpackTar(archive: string, into: string, signal?: AbortSignal): Promise<Unpacked | TarFault> {
  const file = openSync(archive, 'r');
  try {
    return await unpack(file, into, signal);
  } finally {
    closeSync(file);
  }
}

async function unpack(file: number, into: string, signal: AbortSignal | undefined): Promise<Unpacked | TarFault> {
  const folders = new Map<string, number>([['.', 0o755]]);
  const files = new Set<string>();
  /** Targets as they are written. */
  const links = new Map<string, string>();
  const devices = new Set<string>();
  const buffer = Buffer.allocUnsafe(CHUNK);
  let [entries, bytes, turn] = [0, 0, 0];
  for (const entry of readTar(file)) {
    if ('fault' in entry) return entry;
    if (++entries > MOST_ENTRIES) return { fault: `it has more than ${MOST_ENTRIES} entries` };
    const path = innerPath(entry.path);
    if (path === undefined) return { fault: `${JSON.stringify(entry.path)} is no path that could be written` };
    if (entry.type === 'device') {
      devices.add(path);
      continue;
    }
    const fault = lay(path, entry);
    if (fault !== undefined) return { fault };
    bytes += entry.size;
    turn += entry.size;
    if (turn > TURN.bytes || entries % TURN.entries === 0) {
      turn = 0;
      await new Promise(setImmediate);
      if (signal?.aborted) return { fault: 'the run was interrupted' };
    }
  }
  // Last, and the inner ones first: a folder that may not be written to could not be filled.
  for (const [path, mode] of [...folders].reverse()) if (path !== '.') chmodSync(join(into, path), mode | 0o700);
  return { files: files.size, bytes, devices: devices.size };

  function lay(path: string, entry: TarEntry): string | undefined {
    if (path === '.') return entry.type === 'folder' ? undefined : 'its root is no folder';
    const blocked = makeFolders(path.split('/').slice(0, -1));
    if (blocked !== undefined) return `${blocked} is a folder, and something else`;
    if (entry.type === 'folder') {
      if (makeFolders(path.split('/')) !== undefined) return `${path} is in it twice`;
      folders.set(path, entry.mode & 0o777);
      return undefined;
    }
    try {
      return layFile(path, entry);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      return `${path} is in it twice`;
    }
  }

  /** Each folder on the way is one that this run made; the first that is not is told. */
  function makeFolders(parts: readonly string[]): string | undefined {
    let path = '';
    for (const part of parts) {
      path = path === '' ? part : `${path}/${part}`;
      if (folders.has(path)) continue;
      try {
        mkdirSync(join(into, path));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'EEXIST') return path;
        throw error;
      }
      folders.set(path, 0o755);
    }
    return undefined;
  }

  function layFile(path: string, entry: TarEntry): string | undefined {
    const place = join(into, path);
    if (entry.type === 'link') return layLink(path, entry.target);
    if (entry.type === 'hard link') return layHardLink(path, entry.target);
    files.add(path);
    const out = openSync(place, 'wx', 0o600);
    try {
      if (!copy(entry, out)) return 'it ends too early';
      futimesSync(out, entry.time, entry.time);
    } finally {
      closeSync(out);
    }
    chmodSync(place, (entry.mode & 0o777) | 0o400);
    return undefined;
  }

  function layLink(path: string, target: string): undefined {
    symlinkSync(innerTarget(path, target), join(into, path));
    links.set(path, target);
  }

  /** To what was unpacked before, and to that alone. */
  function layHardLink(path: string, written: string): string | undefined {
    const target = innerPath(written.replace(/^\/+/, ''));
    if (target !== undefined && devices.has(target)) {
      devices.add(path);
      return undefined;
    }
    if (target !== undefined && links.has(target)) return layLink(path, links.get(target)!);
    if (target === undefined || !files.has(target)) return `${path} is linked to ${written}, which is not in it`;
    linkSync(join(into, target), join(into, path));
    files.add(path);
    return undefined;
  }

  function copy({ start, size }: TarEntry, out: number): boolean {
    for (let done = 0; done < size; ) {
      const count = readSync(file, buffer, 0, Math.min(CHUNK, size - done), start + done);
      if (count === 0) return false;
      for (let written = 0; written < count; ) written += writeSync(out, buffer, written, count - written);
      done += count;
    }
    return true;
  }
}
