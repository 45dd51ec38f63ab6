import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { nodeFileSystem } from './file-system.ts';
import { foldersAbove } from './folders-above.ts';
import { nodeAt, readJson } from './json-file.ts';
import { readTurboJson } from './turbo-json.ts';

/**
 * The root of the workspace that a folder or file lies in: the nearest folder at or above it that a tool calls a workspace (nx.json,
 * pnpm-workspace.yaml, `workspaces` in package.json, a turbo.json that extends no other), within the repository; else the nearest with a
 * dockwarden.yaml, else the repository, else the folder itself. Absolute, links resolved; undefined where the path does not exist.
 */
export function findRoot(start: string): string | undefined {
  const above = foldersAbove(start);
  if (!above) return undefined;
  const repository = above.findIndex((folder) => existsSync(join(folder, '.git')));
  const candidates = repository < 0 ? above : above.slice(0, repository + 1);
  return (
    candidates.find(isWorkspaceRoot) ??
    candidates.find((folder) => existsSync(join(folder, 'dockwarden.yaml'))) ??
    (repository < 0 ? above[0] : above[repository])
  );
}

/**
 * The root by which a path outside of the workspace is linted: the nearest folder above it with a dockwarden.yaml or a repository, else
 * its folder. Undefined where the path does not exist.
 */
export function rootOfOutsider(path: string): string | undefined {
  const above = foldersAbove(path);
  return (
    above?.find((folder) => existsSync(join(folder, 'dockwarden.yaml')) || existsSync(join(folder, '.git'))) ??
    above?.[0]
  );
}

function isWorkspaceRoot(folder: string): boolean {
  const has = (name: string) => existsSync(join(folder, name));
  if (has('nx.json') || has('pnpm-workspace.yaml')) return true;
  const hasTurboJson = has('turbo.json') || has('turbo.jsonc');
  if (!has('package.json') && !hasTurboJson) return false;
  const fs = nodeFileSystem(folder);
  if (nodeAt(readJson(fs, 'package.json'), 'workspaces') !== undefined) return true;
  // A package's turbo.json extends the root's.
  return hasTurboJson && nodeAt(readTurboJson(fs, '.'), 'extends') === undefined;
}
