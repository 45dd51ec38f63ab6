import { hash } from 'node:crypto';
import {
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fchmodSync,
  futimesSync,
  openSync,
  readSync,
  writeSync,
} from 'node:fs';
import { hashFile } from '../context/hash-file.ts';

/** Smaller files are read once and written; larger ones are cloned where the file system can, and the copy is read. */
const SMALL = 1 << 18;
const buffer = Buffer.allocUnsafeSlow(SMALL);

export interface FileCopy {
  readonly from: string;
  readonly to: string;
  readonly mode: number;
  /** Seconds since 1970. */
  readonly time: number;
}

/** Copies a file and gives the SHA-256 of the bytes that the copy has; undefined where there is no such file to be read any more. */
export function copyFile({ from, to, mode, time }: FileCopy): string | undefined {
  const length = readSmall(from);
  if (length === undefined) return undefined;
  if (length === SMALL) return copyLarge({ from, to, mode, time });
  const bytes = buffer.subarray(0, length);
  const copy = openSync(to, 'wx', 0o600);
  try {
    for (let written = 0; written < length; ) written += writeSync(copy, bytes, written);
    finish(copy, mode, time);
  } finally {
    closeSync(copy);
  }
  return hash('sha256', bytes, 'hex');
}

function copyLarge({ from, to, mode, time }: FileCopy): string | undefined {
  try {
    copyFileSync(from, to, constants.COPYFILE_FICLONE | constants.COPYFILE_EXCL);
  } catch (error) {
    if (!existsSync(from)) return undefined;
    throw error;
  }
  const digest = hashFile(to)?.digest;
  const copy = openSync(to, 'r');
  try {
    finish(copy, mode, time);
  } finally {
    closeSync(copy);
  }
  return digest;
}

function finish(copy: number, mode: number, time: number): void {
  fchmodSync(copy, mode);
  futimesSync(copy, time, time);
}

/** Fills the buffer from a file's start; gives the bytes read, all of `SMALL` where there may be more. */
function readSmall(path: string): number | undefined {
  let file: number | undefined;
  try {
    file = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
    let length = 0;
    for (let count = 1; count > 0 && length < SMALL; length += count) {
      count = readSync(file, buffer, length, SMALL - length, null);
    }
    return length;
  } catch {
    return undefined;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}
