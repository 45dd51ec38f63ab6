import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readlinkSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import { hashFile } from '../context/hash-file.ts';

/** SHA-256 over what a folder holds: paths, kinds, permissions, bytes and targets of links, not times. Undefined where it cannot be read whole. */
export function folderDigest(folder: string): string | undefined {
  const whole = createHash('sha256');
  const open = [''];
  try {
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      for (const name of readdirSync(join(folder, at)).sort()) {
        const path = at === '' ? name : `${at}/${name}`;
        const stat = lstatSync(join(folder, path));
        const said = describe(join(folder, path), stat);
        if (said === undefined) return undefined;
        whole.update(`${path}\0${said}\0`);
        if (stat.isDirectory()) open.push(path);
      }
    }
  } catch {
    return undefined;
  }
  return whole.digest('hex');
}

function describe(place: string, stat: Stats): string | undefined {
  if (stat.isSymbolicLink()) return `link ${readlinkSync(place)}`;
  const mode = (stat.mode & 0o777).toString(8);
  if (stat.isDirectory()) return `folder ${mode}`;
  const digest = hashFile(place)?.digest;
  return digest === undefined ? undefined : `file ${mode} ${digest}`;
}
