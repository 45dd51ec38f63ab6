import {
  accessSync,
  closeSync,
  constants,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  realpathSync,
  statSync,
} from 'node:fs';
import { sep } from 'node:path';
import type { FileSystem } from '@dockwarden-internal/facts';
import { cleanPath } from '@dockwarden-internal/syntax';
import { MAX_PATH_LENGTH, MAX_TEXT_BYTES } from './bounds.ts';

/**
 * What stands at a path. `dangling`: a link to nothing; `outside`: the path, or a link on the way, leaves the root; `special`: a pipe,
 * socket or device; `unreadable`, `too-large`: a file or folder that cannot or will not be read.
 */
export type Entry = 'file' | 'directory' | 'absent' | 'dangling' | 'outside' | 'special' | 'unreadable' | 'too-large';

/** A folder of the disk as facts see it. Places of folders are remembered: take a new one for a new run. */
export interface NodeFileSystem extends FileSystem {
  /** Absolute, links resolved. */
  readonly root: string;
  entry(path: string): Entry;
  /** Bytes of a file of any size; undefined where there is none that can be read. */
  readBytes(path: string): Uint8Array | undefined;
  /** Bytes of what `read` decodes; in `into`, until it is used again, where they fit into it. */
  readTextBytes(path: string, into?: Uint8Array): Uint8Array | undefined;
}

interface Located {
  readonly entry: Entry;
  /** Absolute, links resolved; where the entry is a file or folder. */
  readonly place: string;
  readonly size: number;
}

/** Throws where the root is no folder: whoever asks has found it before. */
export function nodeFileSystem(root: string): NodeFileSystem {
  const realRoot = realpathSync.native(root);
  const folders = new Map<string, Located>([['.', { entry: 'directory', place: realRoot, size: 0 }]]);

  function locate(path: string): Located {
    const clean = within(path);
    if (typeof clean !== 'string') return clean;
    const known = folders.get(clean);
    if (known) return known;
    const place = placeIn(clean);
    if (typeof place !== 'string') return place;
    const found = look(place, realRoot);
    if (found.entry === 'directory') folders.set(clean, found);
    return found;
  }

  /** Where a path leads whose folder is one; it may be a link, or nothing. */
  function placeIn(clean: string): string | Located {
    const slash = clean.lastIndexOf('/');
    const folder = locate(slash < 0 ? '.' : clean.slice(0, slash));
    if (folder.entry !== 'directory') return folder.entry === 'file' ? nothing('absent') : folder;
    return folder.place + (folder.place.endsWith(sep) ? '' : sep) + clean.slice(slash + 1);
  }

  function bytes(path: string, most: number): Uint8Array | undefined {
    const { entry, place, size } = locate(path);
    if (entry !== 'file' || size > most) return undefined;
    try {
      return readFileSync(place);
    } catch {
      return undefined;
    }
  }

  function bytesInto(into: Uint8Array, path: string): Uint8Array | undefined {
    const clean = within(path);
    const place = typeof clean === 'string' && !folders.has(clean) ? placeIn(clean) : undefined;
    return typeof place === 'string' ? readInto(into, place) : undefined;
  }

  return {
    root: realRoot,
    entry(path) {
      const { entry, place, size } = locate(path);
      if (entry !== 'file' && entry !== 'directory') return entry;
      if (!isReadable(place)) return 'unreadable';
      return entry === 'file' && size > MAX_TEXT_BYTES ? 'too-large' : entry;
    },
    kind(path) {
      const { entry } = locate(path);
      return entry === 'file' || entry === 'directory' ? entry : undefined;
    },
    read(path) {
      const content = bytes(path, MAX_TEXT_BYTES);
      return content && decodeText(content);
    },
    readBytes: (path) => bytes(path, Number.POSITIVE_INFINITY),
    readTextBytes: (path, into) => (into && bytesInto(into, path)) ?? bytes(path, MAX_TEXT_BYTES),
    list(directory) {
      const { entry, place } = locate(directory);
      if (entry !== 'directory') return [];
      try {
        return readdirSync(place).sort();
      } catch {
        return [];
      }
    },
  };
}

/** The path as it is within the root, or what is wrong with it. */
function within(path: string): string | Located {
  if (path.length > MAX_PATH_LENGTH || path.includes('\0')) return nothing('absent');
  const clean = cleanPath(path);
  return clean.startsWith('/') || clean === '..' || clean.startsWith('../') ? nothing('outside') : clean;
}

/**
 * Reads a file without a look at it first, which takes as long as the reading of most. Undefined for all that needs the look: links, what
 * is no file (an open pipe gives nothing, and is not waited for), what is empty, does not fit, or cannot be read.
 */
function readInto(into: Uint8Array, place: string): Uint8Array | undefined {
  if (constants.O_NOFOLLOW === undefined) return undefined;
  let file: number | undefined;
  try {
    file = openSync(place, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    const length = readSync(file, into, 0, into.length, 0);
    return length > 0 && length < into.length ? into.subarray(0, length) : undefined;
  } catch {
    return undefined;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Invalid UTF-8 becomes U+FFFD; a byte order mark stays, for offsets count it. */
export function decodeText(content: Uint8Array): string {
  return decoder.decode(content);
}

function nothing(entry: Entry): Located {
  return { entry, place: '', size: 0 };
}

/** What a path whose folder is real leads to; a link must stay within the root. */
function look(path: string, root: string): Located {
  try {
    let stats = lstatSync(path, { throwIfNoEntry: false });
    if (!stats) return nothing('absent');
    let place = path;
    if (stats.isSymbolicLink()) {
      const target = resolveLink(path);
      if (target === undefined) return nothing('dangling');
      if (!staysIn(root, target)) return nothing('outside');
      place = target;
      stats = statSync(target);
    }
    const entry = stats.isFile() ? 'file' : stats.isDirectory() ? 'directory' : 'special';
    return { entry, place, size: stats.size };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return nothing(code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENAMETOOLONG' ? 'absent' : 'unreadable');
  }
}

/** Undefined for a link to nothing and for a ring of links. */
function resolveLink(path: string): string | undefined {
  try {
    return realpathSync.native(path);
  } catch {
    return undefined;
  }
}

/** Both absolute, links resolved. */
export function staysIn(root: string, path: string): boolean {
  return path === root || path.startsWith(root.endsWith(sep) ? root : root + sep);
}

function isReadable(place: string): boolean {
  try {
    accessSync(place, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}
