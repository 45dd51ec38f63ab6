import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Diagnostic } from '@dockwarden-internal/syntax';
import type { ImageMetadata, PreviousMetadata } from './image-metadata.ts';
import { readMetadata } from './read-metadata.ts';
import { stableJson } from './stable-json.ts';

/**
 * Writes an image's metadata whole or not at all: beside its place, then renamed. A file that says the same already is left alone, so that
 * a task runner sees no change. Of an image with another key, which it takes the place of, the sizes are kept.
 */
export function writeMetadata(path: string, metadata: ImageMetadata): Diagnostic | undefined {
  const previous = previousOf(readMetadata(path), metadata.key);
  const text = stableJson({ ...metadata, ...(previous && { previous }) });
  const beside = `${path}.${process.pid}.tmp`;
  try {
    if (readText(path) === text) return undefined;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(beside, text);
    renameSync(beside, path);
    return undefined;
  } catch (error) {
    rmSync(beside, { force: true });
    const { code, message } = error as NodeJS.ErrnoException;
    return {
      code: 'files/unwritable',
      message: `The metadata of ${metadata.image} is not written: ${code === 'ENOSPC' ? 'the disk is full' : message}`,
      hint: 'Mend that and run again.',
      path,
      exit: 3,
    };
  }
}

function previousOf(there: ImageMetadata | undefined, key: string): PreviousMetadata | undefined {
  if (!there || there.key === key || there.size === undefined) return there?.previous;
  return { key: there.key, size: there.size, layers: there.layers };
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
