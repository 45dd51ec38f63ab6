import type { FileSystem } from '@dockwarden-internal/facts';
import { joinPath } from '@dockwarden-internal/facts/kernel/path';
import { type JsonFile, readJson } from './json-file.ts';

/** What Turborepo's configuration is called, of the root and of packages. Source: Turborepo reference, "Configuring turbo.json". */
const NAMES = ['turbo.json', 'turbo.jsonc'];

/** The path of a folder's Turborepo configuration; undefined where there is none. */
export function turboJsonIn(fs: FileSystem, folder: string): string | undefined {
  return NAMES.map((name) => joinPath(folder, name)).find((path) => fs.kind(path) === 'file');
}

export function readTurboJson(fs: FileSystem, folder: string): JsonFile | undefined {
  const path = turboJsonIn(fs, folder);
  return path === undefined ? undefined : readJson(fs, path);
}
