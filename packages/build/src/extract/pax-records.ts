/** Reads `LENGTH KEY=VALUE\n` records; what is malformed ends the list. Source: POSIX.1-2001, "pax Extended Header". */
export function readPaxRecords(bytes: Buffer): [string, string][] {
  const records: [string, string][] = [];
  for (let at = 0; at < bytes.length; ) {
    const blank = bytes.indexOf(0x20, at);
    const length = blank < 0 ? Number.NaN : Number(bytes.toString('latin1', at, blank));
    const end = at + length;
    if (!Number.isInteger(length) || end > bytes.length || end <= blank + 1) break;
    const equals = bytes.indexOf(0x3d, blank);
    if (equals < 0 || equals >= end) break;
    records.push([bytes.toString('utf8', blank + 1, equals), bytes.toString('utf8', equals + 1, end - 1)]);
    at = end;
  }
  return records;
}
