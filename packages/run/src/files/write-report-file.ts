import { lstatSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Pieces, writeInto, writePieces } from './write-pieces.ts';

/** Writes a report where somebody asked for it, in folders that may have to be made. Throws as `node:fs` does. */
export function writeReportFile(path: string, text: Pieces): void {
  mkdirSync(dirname(path), { recursive: true });
  const there = lstatSync(path, { throwIfNoEntry: false });
  // A device, a pipe or a link (`/dev/stdout` is one) is written to; a file in its place would take it away.
  const write = !there || there.isFile() ? writePieces : writeInto;
  write(path, text);
}
