import { resolve } from 'node:path';
import type { ConfigDocument } from '@dockwarden-internal/policy';
import { type Diagnostic, type Place, sourceText } from '@dockwarden-internal/syntax';
import type { NodeFileSystem } from '@dockwarden-internal/workspace';
import type { ReadOutside } from '../files/read-outside.ts';

export const configName = 'dockwarden.yaml';

export interface Configured {
  readonly config: ConfigDocument;
  /** Path of the file from the root; absent where there is none. */
  readonly path?: string;
  readonly diagnostics: readonly Diagnostic[];
  /** Where a key of the file is written. */
  readonly placeOf?: (path: readonly (string | number)[]) => Place;
}

export interface Disk {
  readonly fs: NodeFileSystem;
  readonly readOutside: ReadOutside;
}

/** What holds where nothing is configured. */
export const defaultConfig: ConfigDocument = { extends: ['dockwarden:recommended'] };

/** Reads the root's `dockwarden.yaml`, or the file that was asked for. */
export async function readConfig(
  { fs, readOutside }: Disk,
  cwd: string,
  asked: string | undefined,
): Promise<Configured> {
  const path = asked === undefined ? configName : resolve(cwd, asked);
  const text = asked === undefined ? fs.read(configName) : readOutside(path);
  if (text === undefined) {
    const entry = asked === undefined ? fs.entry(configName) : 'absent';
    if (asked === undefined && entry === 'absent') return { config: defaultConfig, diagnostics: [] };
    const shown = asked ?? configName;
    const message =
      entry === 'outside' ? `${shown} is a link out of the root and is not followed` : `${shown} cannot be read`;
    return {
      config: defaultConfig,
      diagnostics: [{ code: 'config/unreadable', message, hint: 'name a file that is there', path: shown, exit: 2 }],
    };
  }
  const { loadConfig } = await import('@dockwarden-internal/policy/load');
  const { config, located, diagnostics } = loadConfig(sourceText(asked ?? configName, text));
  return {
    config: config ?? defaultConfig,
    path: asked ?? configName,
    diagnostics,
    placeOf: (way) => located.place(way, true),
  };
}
