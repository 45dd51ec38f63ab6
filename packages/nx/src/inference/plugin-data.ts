import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { writePieces } from '@dockwarden-internal/run/files/write-pieces';

/** A file of ours where Nx keeps what plugins remember; `nx reset` clears it. */
export function pluginDataPath(workspaceRoot: string, name: string): string {
  const folder = process.env.NX_WORKSPACE_DATA_DIRECTORY ?? join(workspaceRoot, '.nx', 'workspace-data');
  return join(folder, `dockwarden-${name}.json`);
}

/** Undefined where there is nothing, or nothing that can be read. */
export function readPluginData(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Whole or not at all; in a read-only checkout not at all. */
export function writePluginData(path: string, data: unknown): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writePieces(path, [JSON.stringify(data)]);
  } catch {
    // What is remembered only saves time, or a word to the user.
  }
}
