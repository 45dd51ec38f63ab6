import { createHash } from 'node:crypto';

/** What is kept of one file: its stamp, the digest of its bytes, and the day (since 1970) on which it was last asked for. */
export interface KeptDigest {
  readonly stamp: string;
  readonly digest: string;
  readonly day: number;
}

/** Raised whenever stamps or digests mean something else; texts of another format are not read. */
const FORMAT = 'dockwarden-digests 1';

/** A line with the digest of all that follows, then a line for each folder and, below it, one for each of its files. */
export function writeDigests(kept: ReadonlyMap<string, KeptDigest>): string {
  const folders = new Map<string, string[]>();
  for (const [path, { stamp, digest, day }] of kept) {
    // Such names are rare, and a line is a line.
    if (/[\n\t]/.test(path)) continue;
    const slash = path.lastIndexOf('/');
    const lines = folders.get(path.slice(0, slash)) ?? [];
    folders.set(path.slice(0, slash), lines);
    lines.push(`${digest}\t${stamp}\t${day}\t${path.slice(slash + 1)}`);
  }
  const body = [...folders].map(([folder, lines]) => `\t${folder}\n${lines.join('\n')}\n`).join('');
  return `${FORMAT} ${seal(body)}\n${body}`;
}

/** Undefined for anything but an unharmed text of this format. */
export function readDigests(text: string): Map<string, KeptDigest> | undefined {
  const end = text.indexOf('\n');
  const body = text.slice(end + 1);
  if (end < 0 || text.slice(0, end) !== `${FORMAT} ${seal(body)}`) return undefined;
  const kept = new Map<string, KeptDigest>();
  let folder = '';
  for (let start = 0; start < body.length; ) {
    const stop = body.indexOf('\n', start);
    if (body[start] === '\t') folder = `${body.slice(start + 1, stop)}/`;
    else {
      const stampAt = start + 65;
      const dayAt = body.indexOf('\t', stampAt) + 1;
      const nameAt = body.indexOf('\t', dayAt) + 1;
      kept.set(folder + body.slice(nameAt, stop), {
        digest: body.slice(start, start + 64),
        stamp: body.slice(stampAt, dayAt - 1),
        day: Number(body.slice(dayAt, nameAt - 1)),
      });
    }
    start = stop + 1;
  }
  return kept;
}

function seal(body: string): string {
  return createHash('sha256').update(body).digest('hex');
}
