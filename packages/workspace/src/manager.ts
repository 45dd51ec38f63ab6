import type { FileSystem } from '@dockwarden-internal/facts';
import { joinPath } from '@dockwarden-internal/facts/kernel/path';
import { stringAt } from './json-file.ts';
import type { PackageManifest } from './package-manifest.ts';

export interface Manager {
  readonly name: 'npm' | 'pnpm' | 'yarn' | 'bun';
  /** As pinned by `packageManager`, without hash. */
  readonly version?: string;
}

/** Files that only one package manager writes; the first that is there decides. */
const TRACES: readonly (readonly [file: string, manager: Manager['name']])[] = [
  ['pnpm-lock.yaml', 'pnpm'],
  ['bun.lock', 'bun'],
  ['bun.lockb', 'bun'],
  ['yarn.lock', 'yarn'],
  ['package-lock.json', 'npm'],
  ['npm-shrinkwrap.json', 'npm'],
  ['pnpm-workspace.yaml', 'pnpm'],
  ['.yarnrc.yml', 'yarn'],
];

/**
 * The package manager of a folder: what its package.json pins (`packageManager`, `devEngines.packageManager`), else what its lockfile
 * is written by. Undefined without such evidence.
 */
export function managerOf(fs: FileSystem, folder: string, manifest: PackageManifest | undefined): Manager | undefined {
  return pinned(manifest) ?? traced(fs, folder);
}

function pinned(manifest: PackageManifest | undefined): Manager | undefined {
  const found = /^(npm|pnpm|yarn|bun)@([\w.-]+)/.exec(stringAt(manifest?.json, 'packageManager') ?? '');
  if (found) return { name: found[1] as Manager['name'], version: found[2] };
  const name = stringAt(manifest?.json, 'devEngines', 'packageManager', 'name');
  return name && /^(?:npm|pnpm|yarn|bun)$/.test(name) ? { name: name as Manager['name'] } : undefined;
}

function traced(fs: FileSystem, folder: string): Manager | undefined {
  const trace = TRACES.find(([file]) => fs.kind(joinPath(folder, file)) === 'file');
  return trace && { name: trace[1] };
}
