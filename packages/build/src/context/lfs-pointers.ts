import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import type { ContextEntry } from '../model/context-entry.ts';

/** Bytes of a pointer at most. Source: Git LFS specification, "The Pointer". */
const LARGEST = 1024;
const START = Buffer.from('version https://git-lfs.github.com/spec/');

/**
 * Files that hold a pointer instead of what Git LFS keeps for it: the build gets them as they are. They are looked for only where the
 * workspace's `.gitattributes` speaks of LFS.
 */
export function lfsPointers(root: string, entries: Iterable<ContextEntry>): string[] {
  if (!usesLfs(root)) return [];
  const small = [...entries].filter(({ type, size }) => type === 'file' && size > START.length && size <= LARGEST);
  return small.filter(({ absolute }) => isPointer(absolute)).map(({ path }) => path);
}

function usesLfs(root: string): boolean {
  try {
    return readFileSync(join(root, '.gitattributes'), 'utf8').includes('filter=lfs');
  } catch {
    return false;
  }
}

function isPointer(absolute: string): boolean {
  const start = Buffer.alloc(START.length);
  let file: number | undefined;
  try {
    file = openSync(absolute, 'r');
    return readSync(file, start, 0, start.length, 0) === start.length && start.equals(START);
  } catch {
    return false;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}
