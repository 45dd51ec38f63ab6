import { posix } from 'node:path';
import type { FileSystem } from '@dockwarden-internal/facts';
import { fromTokenFree } from '../options/token-free-path.ts';
import { type TargetDefaults, targetOptions } from './target-options.ts';

/** Files and folders that a project's target names in place of those that are inferred, from the root of the workspace. */
export function askedFiles(
  fs: Pick<FileSystem, 'read'>,
  root: string,
  target: string,
  defaults?: TargetDefaults,
): string[] {
  const named = targetOptions(fs, root, target, defaults).flatMap(({ files }) =>
    Array.isArray(files) ? files.filter((name) => typeof name === 'string') : [],
  );
  const paths = named.map((name) => {
    const filled = name.replaceAll('{projectRoot}', root).replaceAll('{workspaceRoot}/', '');
    return posix.normalize(fromTokenFree(filled)).replace(/(?<=.)\/$/, '');
  });
  return [...new Set(paths)].filter((path) => path !== '..' && !path.startsWith('../') && !path.startsWith('/')).sort();
}

/** Of the files that are known, those that lie in a folder that is named; else what is named itself, whatever it is. */
export function filesMeant(asked: readonly string[], known: readonly string[]): string[] {
  const meant = asked.flatMap((path) => {
    const lie = path === '.' ? known : known.filter((file) => file.startsWith(`${path}/`));
    return lie.length > 0 || path === '.' ? lie : [path];
  });
  return [...new Set(meant)].sort();
}
