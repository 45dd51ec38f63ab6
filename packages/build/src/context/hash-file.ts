import { createHash, hash } from 'node:crypto';
import { type BigIntStats, closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';

/** Bytes that are read at a time; nearly all files of a workspace are smaller. */
const CHUNK = 1 << 18;
const buffer = Buffer.allocUnsafeSlow(CHUNK);

export interface HashedFile {
  /** SHA-256 of the raw bytes, hexadecimal. */
  readonly digest: string;
  /** Of the file that was read, from before it was. */
  readonly stat: BigIntStats;
  /** Milliseconds since 1970. */
  readonly readAt: number;
}

/**
 * Undefined where there is no such file, or it may not be read. Files are read one after the other and without leaving the thread: with
 * 10,000 small files that took a quarter of the time of the fastest pool of asynchronous reads.
 */
export function hashFile(absolute: string): HashedFile | undefined {
  const readAt = Date.now();
  let file: number | undefined;
  try {
    file = openSync(absolute, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
    const stat = fstatSync(file, { bigint: true });
    if (!stat.isFile()) return undefined;
    return { digest: hashOpen(file, stat.size), stat, readAt };
  } catch {
    return undefined;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

function hashOpen(file: number, size: bigint): string {
  const first = readSync(file, buffer, 0, CHUNK, null);
  if (first < CHUNK && BigInt(first) === size) return hash('sha256', buffer.subarray(0, first), 'hex');
  const whole = createHash('sha256');
  for (let count = first; count > 0; count = readSync(file, buffer, 0, CHUNK, null))
    whole.update(buffer.subarray(0, count));
  return whole.digest('hex');
}
