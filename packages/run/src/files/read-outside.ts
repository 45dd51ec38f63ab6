import { closeSync, openSync, readSync } from 'node:fs';
import { MAX_TEXT_BYTES } from '@dockwarden-internal/workspace/bounds';

/** Reads a file that was named outright or is part of an installed package, wherever it lies. */
export type ReadOutside = (path: string) => string | undefined;

/** Undefined where it cannot be read, and for more than a text may have: a pipe can be named, and a device that never ends, too. */
export const readOutside: ReadOutside = (path) => {
  let file: number | undefined;
  try {
    file = openSync(path, 'r');
    return readAll(file);
  } catch {
    return undefined;
  } finally {
    if (file !== undefined) closeSync(file);
  }
};

function readAll(file: number): string | undefined {
  const pieces: Uint8Array[] = [];
  for (let length = 0; length <= MAX_TEXT_BYTES; ) {
    const piece = Buffer.allocUnsafe(PIECE);
    const read = readSync(file, piece, 0, PIECE, null);
    if (read === 0) return Buffer.concat(pieces).toString('utf8');
    pieces.push(piece.subarray(0, read));
    length += read;
  }
  return undefined;
}

/** Bytes. */
const PIECE = 1 << 16;
