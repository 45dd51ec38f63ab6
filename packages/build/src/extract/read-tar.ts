import { readSync } from 'node:fs';
import { readPaxRecords } from './pax-records.ts';
import type { TarEntry, TarFault } from './tar-entry.ts';

const BLOCK = 512;

/** Bytes of a name or of extended headers: no path is longer than 4 KiB, but an entry may have attributes. */
const MOST_EXTENDED = 1 << 20;

const TYPES: Readonly<Record<string, TarEntry['type']>> = {
  '0': 'file',
  '\0': 'file',
  '7': 'file',
  '1': 'hard link',
  '2': 'link',
  '3': 'device',
  '4': 'device',
  '5': 'folder',
  '6': 'device',
};

/**
 * Reads the entries of an open archive, without the bytes of files. The last item may be a fault.
 * Source: POSIX.1-2001, "pax", ustar interchange format and extended headers; GNU tar's long names.
 */
export function* readTar(file: number): Generator<TarEntry | TarFault> {
  let extended = new Map<string, string>();
  for (let at = 0; ; ) {
    const header = readBytes(file, at, BLOCK);
    if (!header) return yield { fault: 'it ends too early' };
    if (header.every((byte) => byte === 0)) return;
    if (!hasChecksum(header)) return yield { fault: 'it is damaged' };
    const type = String.fromCharCode(header[156]!);
    const isExtension = 'xgLK'.includes(type);
    const size = Number((isExtension ? undefined : extended.get('size')) ?? numberAt(header, 124, 12));
    const start = at + BLOCK;
    if (!Number.isSafeInteger(size) || size < 0) return yield { fault: 'it is damaged' };
    const hasBytes = TYPES[type] === undefined || TYPES[type] === 'file';
    at = start + (hasBytes ? Math.ceil(size / BLOCK) * BLOCK : 0);
    if (isExtension) {
      const bytes = size <= MOST_EXTENDED ? readBytes(file, start, size) : undefined;
      if (!bytes) return yield { fault: 'an extended header is too long or cut off' };
      if (type === 'x') for (const [key, value] of readPaxRecords(bytes)) extended.set(key, value);
      if (type === 'L') extended.set('path', textOf(bytes));
      if (type === 'K') extended.set('linkpath', textOf(bytes));
      continue;
    }
    if (TYPES[type] === undefined)
      return yield { fault: `it has an entry of an unknown kind (${JSON.stringify(type)})` };
    yield {
      path: extended.get('path') ?? nameIn(header),
      type: TYPES[type],
      mode: numberAt(header, 100, 8) & 0o7777,
      size: TYPES[type] === 'file' ? size : 0,
      time: Number(extended.get('mtime') ?? numberAt(header, 136, 12)),
      target: extended.get('linkpath') ?? textOf(header.subarray(157, 257)),
      start,
    };
    extended = new Map();
  }
}

/** Undefined where the file ends before. */
function readBytes(file: number, at: number, length: number): Buffer | undefined {
  const bytes = Buffer.alloc(length);
  let done = 0;
  while (done < length) {
    const count = readSync(file, bytes, done, length - done, at + done);
    if (count === 0) return undefined;
    done += count;
  }
  return bytes;
}

function nameIn(header: Buffer): string {
  const name = textOf(header.subarray(0, 100));
  const isUstar = header.toString('latin1', 257, 263) === 'ustar\0';
  const prefix = isUstar ? textOf(header.subarray(345, 500)) : '';
  return prefix === '' ? name : `${prefix}/${name}`;
}

function textOf(bytes: Buffer): string {
  const end = bytes.indexOf(0);
  return bytes.toString('utf8', 0, end < 0 ? bytes.length : end);
}

/** Octal, or with the first bit set binary, which is GNU's way for what is too large for it. */
function numberAt(header: Buffer, at: number, length: number): number {
  if (header[at]! & 0x80) {
    let value = header[at]! & 0x7f;
    for (let index = at + 1; index < at + length; index++) value = value * 256 + header[index]!;
    return value;
  }
  return Number.parseInt(textOf(header.subarray(at, at + length)).trim() || '0', 8);
}

function hasChecksum(header: Buffer): boolean {
  let sum = 0;
  // The sum itself counts as blanks.
  for (let index = 0; index < BLOCK; index++) sum += index >= 148 && index < 156 ? 0x20 : header[index]!;
  return sum === numberAt(header, 148, 8);
}
