import { resolve } from 'node:path';
import type { ConfigDocument } from '@dockwarden-internal/policy';
import { type Diagnostic, type Place, sourceText } from '@dockwarden-internal/syntax';
import { type Entry, type NodeFileSystem, staysIn } from '@dockwarden-internal/workspace';
import { fromRoot } from '../files/groups.ts';
import type { ReadOutside } from '../files/read-outside.ts';
import { isFolder, realPath } from '../files/real-path.ts';

export const configName = 'dockwarden.yaml';

export interface Configured {
  readonly config: ConfigDocument;
  /** Path of the file from the root; absent where there is none. */
  readonly path?: string;
  readonly diagnostics: readonly Diagnostic[];
  /** Where a key of the file is written, or its value. */
  readonly placeOf?: (path: readonly (string | number)[], ofValue?: 'value') => Place;
}

export interface Disk {
  readonly fs: NodeFileSystem;
  readonly readOutside: ReadOutside;
}

/** What holds where nothing is configured. */
export const defaultConfig: ConfigDocument = { extends: ['dockwarden:recommended'] };

/** Reads the root's `dockwarden.yaml`, or the file that was asked for, wherever it lies. */
export async function readConfig(disk: Disk, cwd: string, asked: string | undefined): Promise<Configured> {
  const { path, text, entry } = asked === undefined ? ownConfig(disk) : askedConfig(disk, resolve(cwd, asked));
  if (text === undefined && asked === undefined && entry === 'absent')
    return { config: defaultConfig, diagnostics: otherNames.flatMap((name) => misnamed(disk, name)) };
  if (text === undefined)
    return { config: defaultConfig, diagnostics: [unreadable(asked ?? path, entry, asked !== undefined)] };
  const { loadConfig } = await import('@dockwarden-internal/policy/load');
  const { config, located, diagnostics } = loadConfig(sourceText(path, text));
  return {
    config: config ?? defaultConfig,
    path,
    diagnostics,
    placeOf: (way, ofValue) => located.place(way, !ofValue),
  };
}

/** What somebody may take for the name of the configuration; rules that are not read would be missed by nobody. */
const otherNames = ['dockwarden.yml', '.dockwarden.yaml', '.dockwarden.yml'];

function misnamed({ fs }: Disk, name: string): Diagnostic[] {
  if (fs.entry(name) === 'absent') return [];
  const message = `${name} is not read: the configuration is called ${configName}`;
  return [{ code: 'config/name', message, hint: 'rename it', path: name, exit: 2 }];
}

interface ConfigText {
  /** From the root; absolute where it lies outside. */
  readonly path: string;
  readonly text?: string;
  readonly entry: Entry;
}

function ownConfig({ fs }: Disk): ConfigText {
  return { path: configName, text: fs.read(configName), entry: fs.entry(configName) };
}

function askedConfig({ fs, readOutside }: Disk, absolute: string): ConfigText {
  const real = realPath(absolute);
  const place = real ?? absolute;
  const path = staysIn(fs.root, place) ? fromRoot(fs.root, place) : place;
  const entry = real === undefined ? 'absent' : isFolder(real) ? 'directory' : 'unreadable';
  return { path, text: readOutside(place), entry };
}

function unreadable(path: string, entry: Entry, asked: boolean): Diagnostic {
  const [what, hint] =
    entry === 'outside'
      ? ['is a link out of the root and is not followed', 'link to a file below the root, or name it with --config']
      : [
          entry === 'directory' ? 'is a folder, not a file' : entry === 'absent' ? 'is not there' : 'cannot be read',
          asked ? 'name a file that is there' : 'replace it by a file that can be read, or remove it',
        ];
  return { code: 'config/unreadable', message: `${path} ${what}`, hint, path, exit: 2 };
}
