import { closeSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { crc32 } from 'node:zlib';

const newline = 10;

/** Text, or its UTF-8, piece by piece. */
type Pieces = readonly (string | Uint8Array)[];

/** Writes a checksum and the content, beside and then renamed: whoever reads meanwhile finds the old or the new, and no half. */
export function writeSealed(path: string, ...content: Pieces): void {
  const beside = `${path}.${process.pid}.tmp`;
  const file = openSync(beside, 'w');
  try {
    for (const piece of [`${checksum(content)}\n`, ...content]) writeFileSync(file, piece);
  } finally {
    closeSync(file);
  }
  renameSync(beside, path);
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
