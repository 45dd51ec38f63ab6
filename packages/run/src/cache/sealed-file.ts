import { readFileSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { type Pieces, writePieces } from '../files/write-pieces.ts';

const newline = 10;

/** Writes a checksum and the content. */
export function writeSealed(path: string, ...content: Pieces): void {
  writePieces(path, [`${checksum(content)}\n`, ...content]);
}

/** The content as it was written; undefined for what is not there, was cut off, or was changed by anybody else. */
export function readSealed(path: string): Uint8Array | undefined {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch {
    return undefined;
  }
  const end = bytes.indexOf(newline);
  const content = bytes.subarray(end + 1);
  return end > 0 && bytes.toString('latin1', 0, end) === checksum([content]) ? content : undefined;
}

/** Against accidents; reports are long, and a digest would take longer to make than they take to be read. */
function checksum(content: Pieces): string {
  return content.reduce<number>((sum, piece) => crc32(piece, sum), 0).toString(16);
}

export function readSealedJson<T>(path: string): T | undefined {
  const content = readSealed(path);
  return content && (JSON.parse(Buffer.from(content).toString('utf8')) as T);
}
