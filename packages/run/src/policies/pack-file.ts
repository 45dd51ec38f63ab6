import { dirname, isAbsolute, join, posix, resolve } from 'node:path';
import type { FoundPack } from '@dockwarden-internal/policy';
import { type Diagnostic, sourceText } from '@dockwarden-internal/syntax';
import { staysIn } from '@dockwarden-internal/workspace';
import { fromRoot } from '../files/groups.ts';
import { realPath } from '../files/real-path.ts';
import type { PackSurroundings } from './find-pack.ts';

/**
 * Finds the pack file that a word names, seen from the file that says it: below the root, or below the folder of a pack that
 * was named on the command line or installed. A word of the command line starts from the working directory and may lie anywhere.
 */
export async function packFile(around: PackSurroundings, name: string, from: string | undefined): Promise<FoundPack> {
  const { fs, cwd, homes } = around;
  if (from === undefined) return anywhere(around, resolve(cwd, name));
  if (isAbsolute(from)) {
    const path = resolve(dirname(from), name);
    const home = homes.get(from) ?? dirname(from);
    return staysIn(home, path) ? readPack(around, path, home, from) : outside(name);
  }
  const path = isAbsolute(name) ? fromRoot(fs.root, name) : posix.join(posix.dirname(from), name);
  if (path === '..' || path.startsWith('../') || fs.entry(path) === 'outside') return outside(name);
  const text = fs.read(path);
  return text === undefined ? unreadable(path, from) : loadPackText(path, text);
}

function anywhere(around: PackSurroundings, absolute: string): Promise<FoundPack> | FoundPack {
  const { fs } = around;
  const place = realPath(absolute) ?? absolute;
  if (!staysIn(fs.root, place)) return readPack(around, place, dirname(place));
  const path = fromRoot(fs.root, place);
  const text = fs.read(path);
  return text === undefined ? unreadable(path) : loadPackText(path, text);
}

/** A pack that lies outside of the root, by its absolute path; what it extends may lie below its home. */
export function readPack(
  { readOutside, homes }: PackSurroundings,
  path: string,
  home: string,
  from?: string,
): Promise<FoundPack> | FoundPack {
  const text = readOutside(path);
  if (text === undefined) return unreadable(path, from);
  homes.set(path, home);
  return loadPackText(path, text);
}

async function loadPackText(path: string, text: string): Promise<FoundPack> {
  const { loadPack } = await import('@dockwarden-internal/policy/load');
  const { pack, located, diagnostics } = loadPack(sourceText(path, text));
  return { ...(pack && { pack }), location: path, diagnostics, placeOf: (way) => located.place(way, true) };
}

function unreadable(path: string, from?: string): FoundPack {
  const start = from === undefined ? 'the working directory' : `the folder of ${from}`;
  return noPack(path, `the pack ${path} cannot be read`, `its path starts from ${start}`);
}

function outside(name: string): FoundPack {
  const hint = 'keep packs below the root, or publish them as a package';
  return noPack(name, `the pack ${name} lies outside of the root`, hint);
}

export function noPack(location: string, message: string, hint: string): FoundPack {
  const diagnostic: Diagnostic = { code: 'pack/unknown', message, hint, exit: 2 };
  return { location, diagnostics: [diagnostic] };
}

/** The folder of an installed package in which its pack is named. */
export function packPathIn(manifest: string, packFileName: string): string {
  return join(dirname(manifest), posix.normalize(`/${packFileName}`));
}
