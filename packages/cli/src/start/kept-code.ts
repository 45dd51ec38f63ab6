import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { crc32 } from 'node:zlib';

/** Checksums of the source and of its code. V8 looks at no more of either than their lengths. */
const headerLength = 8;

/** The code that was kept of a source; undefined where it is of another source, was cut off or has changed. */
export function readCode(path: string, source: Uint8Array): Buffer | undefined {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch {
    return undefined;
  }
  if (bytes.length <= headerLength || bytes.readUInt32LE(0) !== crc32(source)) return undefined;
  const code = bytes.subarray(headerLength);
  return bytes.readUInt32LE(4) === crc32(code) ? code : undefined;
}

/** Writes beside and renames: whoever reads meanwhile finds the old or the new. Throws as `node:fs` does, with nothing left beside it. */
export function writeCode(path: string, source: Uint8Array, code: Uint8Array): void {
  const header = Buffer.alloc(headerLength);
  header.writeUInt32LE(crc32(source), 0);
  header.writeUInt32LE(crc32(code), 4);
  const beside = `${path}.${process.pid}.tmp`;
  try {
    writeFileSync(beside, Buffer.concat([header, code]), { mode: 0o600 });
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}
