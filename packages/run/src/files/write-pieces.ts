import { chmodSync, closeSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';

/** A text, or its UTF-8, piece by piece: as one it may take more memory than there is need for. */
export type Pieces = readonly (string | Uint8Array)[];

/**
 * Writes beside the file and renames: whoever reads meanwhile finds the old or the new, and no half. Throws as `node:fs` does, with
 * nothing left beside it.
 */
export function writePieces(path: string, pieces: Pieces, mode?: number): void {
  const beside = `${path}.${process.pid}.tmp`;
  try {
    writeInto(beside, pieces);
    if (mode !== undefined) chmodSync(beside, mode);
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

/** Writes into the file itself, whatever it is. */
export function writeInto(path: string, pieces: Pieces): void {
  const file = openSync(path, 'w');
  try {
    for (const piece of pieces) writeFileSync(file, piece);
  } finally {
    closeSync(file);
  }
}
