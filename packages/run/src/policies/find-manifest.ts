import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { ReadOutside } from '../files/read-outside.ts';

export interface Manifest {
  readonly path: string;
  readonly text: string;
}

/**
 * The package.json of an installed package, as Node would find it from a folder. Every place is asked for through `read`, so
 * that a package which is installed nearer later on is noticed.
 */
export function findManifest(name: string, folder: string, read: ReadOutside): Manifest | undefined {
  for (let at = folder; ; at = dirname(at)) {
    const path = join(at, 'node_modules', name, 'package.json');
    const text = read(path);
    if (text !== undefined) return { path, text };
    if (dirname(at) === at) return byResolver(name, folder, read);
  }
}

/** Without node_modules (Plug'n'Play) only Node's own resolver knows; its table is asked for too, since it may change. */
function byResolver(name: string, folder: string, read: ReadOutside): Manifest | undefined {
  if (read(join(folder, '.pnp.cjs')) === undefined) return undefined;
  try {
    const path = createRequire(join(folder, 'package.json')).resolve(`${name}/package.json`);
    const text = read(path);
    return text === undefined ? undefined : { path, text };
  } catch {
    return undefined;
  }
}
