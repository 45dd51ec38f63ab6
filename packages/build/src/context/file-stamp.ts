import type { BigIntStats } from 'node:fs';

/**
 * What changes whenever a file is written, replaced, or given another mode: size, modification and change times in nanoseconds, inode, mode.
 * The change time cannot be set by programs, so that a copied modification time does not deceive.
 */
export function fileStamp({ size, mtimeNs, ctimeNs, ino, mode }: BigIntStats): string {
  return `${size}.${mtimeNs}.${ctimeNs}.${ino}.${mode}`;
}

/** The later of both times in a stamp, in milliseconds since 1970, rounded up. */
export function stampTime({ mtimeNs, ctimeNs }: BigIntStats): number {
  return Number((mtimeNs > ctimeNs ? mtimeNs : ctimeNs) / 1_000_000n) + 1;
}
