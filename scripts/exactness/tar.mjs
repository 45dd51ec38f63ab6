import { createHash } from 'node:crypto';

const BLOCK = 512;
const KINDS = { 0: 'file', '\0': 'file', 1: 'hard link', 2: 'link', 3: 'device', 4: 'device', 5: 'folder', 6: 'pipe' };

/** One line for each entry of a tar, sorted: kind, mode, path, and the digest of its bytes or where it links to. No times, no owners. */
export function tarLines(bytes) {
  const lines = [];
  let extended = {};
  let longName;
  let longLink;
  for (let at = 0; at + BLOCK <= bytes.length && bytes[at] !== 0; ) {
    const header = bytes.subarray(at, at + BLOCK);
    const type = String.fromCharCode(header[156]);
    const size = Number(extended.size ?? numberAt(header, 124, 12));
    const body = bytes.subarray(at + BLOCK, at + BLOCK + size);
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
    if (type === 'x') extended = recordsOf(body);
    else if (type === 'L') longName = textAt(body, 0, size);
    else if (type === 'K') longLink = textAt(body, 0, size);
    else if (type !== 'g') {
      const prefix = textAt(header, 345, 155);
      const short = prefix ? `${prefix}/${textAt(header, 0, 100)}` : textAt(header, 0, 100);
      const kind = KINDS[type] ?? type;
      const path = (extended.path ?? longName ?? short).replace(/\/$/, '');
      const mode = numberAt(header, 100, 8) & 0o7777;
      const what =
        kind === 'file'
          ? createHash('sha256').update(body).digest('hex')
          : (extended.linkpath ?? longLink ?? textAt(header, 157, 100));
      lines.push({ kind, mode, path, what });
      extended = {};
      longName = longLink = undefined;
    }
  }
  return lines.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Octal digits, or binary where the first bit is set (GNU). */
function numberAt(header, start, length) {
  if (header[start] & 0x80) return Number(header.readBigUInt64BE(start + length - 8));
  return Number.parseInt(textAt(header, start, length).trim() || '0', 8);
}

function textAt(bytes, start, length) {
  const end = bytes.indexOf(0, start);
  return bytes.toString('utf8', start, end < 0 || end > start + length ? start + length : end);
}

/** `<length> <key>=<value>\n` again and again, the length in bytes. */
function recordsOf(body) {
  const records = {};
  for (let at = 0; at < body.length; ) {
    const length = Number(body.toString('latin1', at, body.indexOf(0x20, at)));
    const [key, ...value] = body
      .toString('utf8', at, at + length - 1)
      .replace(/^\d+ /, '')
      .split('=');
    records[key] = value.join('=');
    at += length;
  }
  return records;
}
