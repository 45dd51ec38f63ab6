import { dirname, isAbsolute, join } from 'node:path';
import type { FindPack, FoundPack } from '@dockwarden-internal/policy';
import { suggest } from '@dockwarden-internal/syntax';
import type { NodeFileSystem } from '@dockwarden-internal/workspace';
import type { CompiledPolicies } from '../builtin/compiled-policies.ts';
import { fromRoot } from '../files/groups.ts';
import type { ReadOutside } from '../files/read-outside.ts';
import { findManifest } from './find-manifest.ts';
import { noPack, packFile, packPathIn, readPack } from './pack-file.ts';
import { packFileOf } from './pack-file-of.ts';

export interface PackSurroundings {
  readonly fs: NodeFileSystem;
  readonly readOutside: ReadOutside;
  readonly builtin: Pick<CompiledPolicies, 'packs'>;
  /** Where paths of the command line start. */
  readonly cwd: string;
  /** Of packs outside of the root: the folder that they and what they extend lie in. */
  readonly homes: Map<string, string>;
}

/** Finds packs: `dockwarden:NAME` and `NAME` among the built-in ones, `./path` from the file that says so, else a package. */
export function packFinder(given: Omit<PackSurroundings, 'homes'>): FindPack {
  const around: PackSurroundings = { ...given, homes: new Map() };
  const { builtin } = around;
  return async (name, from) => {
    const own = name.startsWith('dockwarden:') ? name.slice('dockwarden:'.length) : name;
    if (Object.hasOwn(builtin.packs, own))
      return { pack: builtin.packs[own]!, location: `dockwarden:${own}`, diagnostics: [] };
    if (name.startsWith('dockwarden:')) return unknownPack(name, builtin);
    if (/^[a-z][a-z+]*:\/\//i.test(name)) return noPack(name, `the pack ${name} is an address`, NOT_FETCHED);
    if (name.startsWith('.') || isAbsolute(name) || /\.ya?ml$/.test(name)) return packFile(around, name, from);
    return packagePack(around, name, from);
  };
}

const NOT_FETCHED = 'packs are not fetched: keep the file below the root, or publish it as a package';

function unknownPack(name: string, builtin: PackSurroundings['builtin']): FoundPack {
  const names = Object.keys(builtin.packs);
  const near = suggest(name.replace(/^dockwarden:/, ''), names);
  const hint = near
    ? `did you mean dockwarden:${near}?`
    : `packs: ${names.join(', ')}; or a package, or a path that begins with ./`;
  return noPack(name, `there is no pack ${JSON.stringify(name)}`, hint);
}

async function packagePack(around: PackSurroundings, name: string, from: string | undefined): Promise<FoundPack> {
  const { fs, readOutside, builtin } = around;
  if (!/^(?:@[\w.-]+\/)?[\w.-]+$/.test(name)) return unknownPack(name, builtin);
  const folder = from === undefined ? fs.root : dirname(isAbsolute(from) ? from : join(fs.root, from));
  const manifest = findManifest(name, folder, readOutside);
  if (!manifest && name.startsWith('@'))
    return noPack(name, `there is no package ${JSON.stringify(name)}`, 'install it, so that node_modules holds it');
  if (!manifest) return unknownPack(name, builtin);
  const path = packPathIn(manifest.path, packFileOf(manifest.text));
  const root = dirname(manifest.path);
  const found = await readPack(around, path, root);
  const beside = { root, folder: fromRoot(root, dirname(path)) };
  if (found.pack || found.placeOf) return { ...found, beside };
  const hint = 'name the file in its package.json: "dockwarden": "pack.yaml"';
  return noPack(path, `the package ${name} has no pack at ${path}`, hint);
}
