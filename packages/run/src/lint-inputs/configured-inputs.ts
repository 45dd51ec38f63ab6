import { dirname, isAbsolute, join, relative } from 'node:path';
import { resolvePacks } from '@dockwarden-internal/policy';
import { staysIn } from '@dockwarden-internal/workspace';
import { configName, type Disk, readConfig } from '../config/read-config.ts';
import { fromRoot } from '../files/groups.ts';
import { realPath } from '../files/real-path.ts';
import { namedFile } from '../governance/named-file.ts';
import { WAIVERS_FILE } from '../governance/read-waivers.ts';
import { packFinder } from '../policies/find-pack.ts';
import { policyFiles, workspacePolicies } from '../policies/policy-files.ts';
import { globIn, within } from './glob-path.ts';
import { waiverEnds } from './named-days.ts';

/** What the configuration adds to the inputs of tasks, from the workspace root. */
export interface ConfiguredInputs {
  /** The configuration, files that it names, and every file that its packs are read from. */
  readonly files: readonly string[];
  /** Where policies lie that are read from elsewhere than `policies/`. */
  readonly globs: readonly string[];
  /** The contexts that its images are built from, by Dockerfile. */
  readonly contexts: Readonly<Record<string, readonly string[]>>;
  /** The days that its file of waivers names. */
  readonly waiverEnds: readonly string[];
}

/** A configuration or packs that were named in place of the workspace's own. */
export interface AskedConfiguration {
  /** Absolute. */
  readonly cwd: string;
  readonly config?: string;
  readonly packs?: readonly string[];
}

/** Of a package of the workspace that is installed as a link. */
const POLICIES_OF_PACKAGE = '**/*.{policy.yaml,policy.yml,terms.yaml,terms.yml}';

/**
 * Follows the configuration as a run does. What is wrong with it is no matter here: the run fails then, and its result is not kept. Of a
 * package that is really installed the lock file tells, which is an input of every task.
 */
export async function configuredInputs(
  { fs, readOutside }: Disk,
  { cwd, config: asked, packs: named }: AskedConfiguration,
): Promise<ConfiguredInputs> {
  const { root } = fs;
  const read = new Set<string>();
  const noted = <Read extends (path: string) => unknown>(reading: Read, place: (path: string) => string) =>
    ((path) => {
      read.add(place(path));
      return reading(path);
    }) as Read;
  const disk: Disk = {
    fs: { ...fs, read: noted(fs.read, (path) => join(root, path)) },
    readOutside: noted(readOutside, (path) => path),
  };
  const { config, path = configName } = await readConfig(disk, cwd, asked);
  // Packs that come with the product are in no file; a name that is none of theirs is looked for among packages.
  const find = packFinder({ ...disk, builtin: { packs: {} }, cwd });
  const names = named ?? config.extends ?? [];
  const { packs } = await resolvePacks(names, named ? undefined : path, find);
  const files = [
    ...[config.waivers?.file, config.baseline].flatMap((file) => (file === undefined ? [] : (within('.', file) ?? []))),
    ...Array.from(read, (file) => ownFile(root, file)),
  ];
  const waivers = namedFile({ fs, config }, config.waivers?.file, { usual: WAIVERS_FILE, way: ['waivers', 'file'] });
  const globs = packs.flatMap(({ location }) => {
    const file = isAbsolute(location) ? ownFile(root, location) : undefined;
    return file === undefined ? [] : globIn(dirname(file), POLICIES_OF_PACKAGE);
  });
  return {
    files: [...new Set(files.flatMap((file) => file ?? []))].sort(),
    globs: [...new Set([...globs, ...linkedPolicies(disk)])].sort(),
    contexts: contextsOf(config.images ?? {}),
    waiverEnds: waiverEnds(waivers.text ?? ''),
  };
}

/** The file as the workspace has it, links resolved; undefined where it is not the workspace's own. */
function ownFile(root: string, absolute: string): string | undefined {
  const place = realPath(absolute) ?? absolute;
  if (!staysIn(root, place)) return undefined;
  const path = fromRoot(root, place);
  return /(?:^|\/)node_modules\//.test(path) ? undefined : path;
}

/** Links are followed below `policies/`, and a task runner hashes of a link only where it leads. */
function linkedPolicies({ fs }: Disk): string[] {
  const { policies, terms } = policyFiles(workspacePolicies(fs));
  return [...policies, ...terms].flatMap((path) => {
    const folder = realPath(join(fs.root, dirname(path)));
    if (folder === undefined || !staysIn(fs.root, folder)) return [];
    const place = relative(fs.root, folder);
    return place === dirname(path) ? [] : globIn(fromRoot(fs.root, folder), '**/*');
  });
}

function contextsOf(images: Readonly<Record<string, { readonly dockerfile: string; readonly context?: string }>>) {
  const contexts = new Map<string, string[]>();
  for (const { dockerfile, context } of Object.values(images)) {
    const path = within('.', dockerfile);
    const folder = context === undefined ? undefined : within('.', context);
    if (path !== undefined && folder !== undefined) contexts.set(path, [...(contexts.get(path) ?? []), folder]);
  }
  return Object.fromEntries(contexts);
}
