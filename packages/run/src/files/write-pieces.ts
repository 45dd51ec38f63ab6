import { closeSync, openSync, renameSync, writeFileSync } from 'node:fs';

/** A text, or its UTF-8, piece by piece: as one it may take more memory than there is need for. */
export type Pieces = readonly (string | Uint8Array)[];

/** Writes beside the file and renames: whoever reads meanwhile finds the old or the new, and no half. Throws as `node:fs` does. */
export function writePieces(path: string, pieces: Pieces): void {
  const beside = `${path}.${process.pid}.tmp`;
  const file = openSync(beside, 'w');
  try {
    for (const piece of pieces) writeFileSync(file, piece);
  } finally {
    closeSync(file);
  }
  renameSync(beside, path);
}
