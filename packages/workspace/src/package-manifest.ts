import type { FileSystem } from '@dockwarden-internal/facts';
import { joinPath } from '@dockwarden-internal/facts/kernel/path';
import type { Diagnostic } from '@dockwarden-internal/syntax';
import { entriesAt, type JsonFile, readJson, stringAt } from './json-file.ts';

/** What a package.json says of its package. */
export interface PackageManifest {
  readonly folder: string;
  readonly path: string;
  readonly json: JsonFile;
  readonly name?: string;
  readonly version?: string;
  /** By name, as written; where a name stands in several fields, that of the most binding one. */
  readonly dependencies: ReadonlyMap<string, string>;
  readonly fault?: Diagnostic;
}

/** The less binding first, so that a later one replaces it. */
const DEPENDENCY_FIELDS = ['optionalDependencies', 'peerDependencies', 'devDependencies', 'dependencies'];

export function readPackageManifest(fs: FileSystem, folder: string): PackageManifest | undefined {
  const path = joinPath(folder, 'package.json');
  const json = readJson(fs, path);
  if (!json) return undefined;
  const dependencies = new Map<string, string>();
  for (const field of DEPENDENCY_FIELDS) {
    for (const { key, value } of entriesAt(json, field)) {
      if (value.type === 'string') dependencies.set(key, value.value as string);
    }
  }
  const name = stringAt(json, 'name') || undefined;
  return { folder, path, json, name, version: stringAt(json, 'version'), dependencies, fault: json.fault };
}
