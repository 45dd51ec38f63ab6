import { existsSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';

/** Where standard input stands in for a file that need not be there, nor its folder. */
export interface StdinPlace {
  /** The nearest folder that is there, absolute: it says which root the file belongs to. */
  readonly folder: string;
  /** The file, from that folder. */
  readonly rest: string;
}

export function stdinPlace(cwd: string, filename: string): StdinPlace {
  const absolute = resolve(cwd, filename);
  let folder = dirname(absolute);
  while (!existsSync(folder) && folder !== dirname(folder)) folder = dirname(folder);
  return { folder, rest: relative(folder, absolute).split(sep).join('/') };
}
