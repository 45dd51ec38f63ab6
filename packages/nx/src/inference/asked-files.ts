import { posix } from 'node:path';
import type { FileSystem } from '@dockwarden-internal/facts';
import { type JsonFile, readJson, stringsAt } from '@dockwarden-internal/workspace/json-file';
import { fromTokenFree } from '../options/token-free-path.ts';

/**
 * Files and folders that a project's own target names in place of those that are inferred, in project.json or package.json, from the root of
 * the workspace. Nx merges them into the target only after inference, and what they name has to be an input.
 */
export function askedFiles(fs: Pick<FileSystem, 'read'>, root: string, target: string): string[] {
  const way = ['targets', target, 'options', 'files'];
  const named = [
    ...stringsAt(manifest(fs, posix.join(root, 'package.json')), 'nx', ...way),
    ...stringsAt(manifest(fs, posix.join(root, 'project.json')), ...way),
  ];
  const paths = named.map((name) => {
    const filled = name.replaceAll('{projectRoot}', root).replaceAll('{workspaceRoot}/', '');
    return posix.normalize(fromTokenFree(filled)).replace(/(?<=.)\/$/, '');
  });
  return [...new Set(paths)].filter((path) => path !== '..' && !path.startsWith('../') && !path.startsWith('/')).sort();
}

/** Most name no files: those are not parsed. */
function manifest(fs: Pick<FileSystem, 'read'>, path: string): JsonFile | undefined {
  return fs.read(path)?.includes('"files"') ? readJson(fs as FileSystem, path) : undefined;
}

/** Of the files that are known, those that lie in a folder that is named; else what is named itself, whatever it is. */
export function filesMeant(asked: readonly string[], known: readonly string[]): string[] {
  const meant = asked.flatMap((path) => {
    const lie = path === '.' ? known : known.filter((file) => file.startsWith(`${path}/`));
    return lie.length > 0 || path === '.' ? lie : [path];
  });
  return [...new Set(meant)].sort();
}
