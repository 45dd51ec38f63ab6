import type { FileSystem } from '@dockwarden-internal/facts';
import { joinPath } from '@dockwarden-internal/facts/kernel/path';
import { MAX_BRACES } from '@dockwarden-internal/facts/source/path-globs';
import { sourceText, toData, valueAt } from '@dockwarden-internal/syntax';
import { Minimatch } from 'minimatch';
import { MAX_GLOB_LENGTH, MAX_GLOBS } from './bounds.ts';
import { nodeAt, readJson, stringsAt } from './json-file.ts';

/** Which folders are packages of a workspace. */
export type Membership = (folder: string) => boolean;

/**
 * The globs by which package managers name the packages of a workspace; undefined where none does. The root is not in question: it is
 * a package of its own.
 * Source: npm workspaces, Yarn workspaces and Bun (package.json), pnpm-workspace.yaml, lerna.json (as Nx reads it).
 */
export async function readWorkspaceGlobs(fs: FileSystem): Promise<readonly string[] | undefined> {
  const manifest = readJson(fs, 'package.json');
  const globs = [
    ...stringsAt(manifest, 'workspaces'),
    ...stringsAt(manifest, 'workspaces', 'packages'),
    ...(await pnpmGlobs(fs)),
    ...lernaGlobs(fs),
  ];
  return globs.length > 0 || nodeAt(manifest, 'workspaces') ? globs : undefined;
}

async function pnpmGlobs(fs: FileSystem): Promise<string[]> {
  const text = fs.read('pnpm-workspace.yaml');
  if (text === undefined) return [];
  // Loads the YAML library, which other workspaces do not need.
  const { parseYaml } = await import('@dockwarden-internal/syntax/yaml/parse-yaml');
  const packages = valueAt(parseYaml(sourceText('pnpm-workspace.yaml', text)).root, 'packages');
  const data = packages && toData(packages);
  return Array.isArray(data) ? data.filter((glob): glob is string => typeof glob === 'string') : [];
}

function lernaGlobs(fs: FileSystem): string[] {
  const lerna = readJson(fs, 'lerna.json');
  if (!lerna) return [];
  const globs = stringsAt(lerna, 'packages');
  return globs.length > 0 ? globs : ['packages/*'];
}

/** All that a positive glob names and no negative one takes away; with negative ones alone, all but those. */
export function membership(globs: readonly string[]): Membership {
  const clean = globs
    .slice(0, MAX_GLOBS)
    .filter((glob) => glob.length <= MAX_GLOB_LENGTH)
    .map(cleanGlob);
  const negative = clean.filter((glob) => glob.startsWith('!')).map((glob) => compile(cleanGlob(glob.slice(1))));
  const positive = clean.filter((glob) => !glob.startsWith('!')).map(compile);
  const all = positive.length === 0 && negative.length > 0;
  return (folder) =>
    (all || positive.some((matches) => matches(folder))) && !negative.some((matches) => matches(folder));
}

function compile(glob: string): Membership {
  // As package managers and Nx do it: a glob names manifests, so that `**` names that of the root, too.
  const pattern = new Minimatch(`${glob}/package.json`, {
    braceExpandMax: MAX_BRACES,
    nocomment: true,
    nonegate: true,
  });
  return (folder) => folder === glob || pattern.match(joinPath(folder, 'package.json'));
}

function cleanGlob(glob: string): string {
  return glob
    .trim()
    .replace(/^(!?)(?:\.\/)+(?=.)/, '$1')
    .replace(/\/package\.json$/, '')
    .replace(/(?<=^.|[^/\n])\/+$/, '');
}
