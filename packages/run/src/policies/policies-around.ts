import { join } from 'node:path';
import { type ConfigDocument, type FindPack, type PackageFolder, resolvePacks } from '@dockwarden-internal/policy';
import { type NodeFileSystem, staysIn } from '@dockwarden-internal/workspace';
import type { CompiledPolicies } from '../builtin/compiled-policies.ts';
import { fromRoot } from '../files/groups.ts';
import type { OpenOutside } from '../files/open-outside.ts';
import type { ReadOutside } from '../files/read-outside.ts';
import { packFinder } from './find-pack.ts';
import { type PolicyFolder, workspacePolicies } from './policy-files.ts';
import { type UserPolicies, userPolicies } from './user-policies.ts';

export interface PolicySearch {
  readonly fs: NodeFileSystem;
  readonly readOutside: ReadOutside;
  readonly openOutside: OpenOutside;
  /** Where paths of packs that replace the configuration's start. */
  readonly cwd: string;
  readonly config: ConfigDocument;
  readonly configPath?: string;
  /** Packs that replace the configuration's. */
  readonly packs?: readonly string[];
}

export interface PoliciesAround {
  readonly own: UserPolicies;
  /** The packs that are in force, and how they are found. */
  readonly names: readonly string[];
  readonly from: string | undefined;
  readonly find: FindPack;
}

export interface Further {
  /** Folders that go before those of the workspace. */
  readonly further?: readonly PolicyFolder[];
  /** Ids that no policy may have; `false`: any may. */
  readonly takenIds?: ReadonlySet<string> | false;
}

/** The policies and terms of a workspace, and those that come with the packages whose packs it extends. */
export async function policiesAround(
  input: PolicySearch,
  builtin: CompiledPolicies,
  { further = [], takenIds = new Set(builtin.policies.map(({ id }) => id)) }: Further = {},
): Promise<PoliciesAround> {
  const find = remembered(packFinder({ ...input, builtin }));
  const names = input.packs ?? input.config.extends ?? ['dockwarden:recommended'];
  const from = input.packs ? undefined : (input.configPath ?? 'dockwarden.yaml');
  // What a pack may name is known only once the packages are, in which packs and policies lie.
  const { packs } = await resolvePacks(names, from, find);
  const beside = packs.flatMap((pack) => pack.beside ?? []);
  const own = await userPolicies([...further, workspacePolicies(input.fs), ...packageFolders(beside, input)], {
    ...(takenIds && { takenIds }),
    sharedTerms: builtin.terms,
  });
  return { own, names, from, find };
}

/** Packs are found twice: to see what lies beside them, and to lay them over each other. */
function remembered(find: FindPack): FindPack {
  const found = new Map<string, ReturnType<FindPack>>();
  return (name, from) => {
    const key = `${name}\0${from}`;
    const known = found.get(key) ?? find(name, from);
    found.set(key, known);
    return known;
  };
}

/** Folders of packages in which policies may lie, each once. */
function packageFolders(beside: readonly PackageFolder[], { fs, openOutside }: PolicySearch): PolicyFolder[] {
  const once = new Map(beside.map((each) => [`${each.root}\0${each.folder}`, each]));
  return [...once.values()].flatMap(({ root, folder }): PolicyFolder[] => {
    const disk = openOutside(root);
    const shown = (path: string) => (staysIn(fs.root, root) ? fromRoot(fs.root, join(root, path)) : join(root, path));
    return disk ? [{ fs: disk, folder, shown, package: true }] : [];
  });
}
