import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Minimatch } from 'minimatch';

/** Which folders are packages of the workspace, as Nx's package.json plugin sees it. */
export interface WorkspaceMembers {
  includes(folder: string): boolean;
}

interface Manifest {
  readonly nx?: unknown;
  readonly workspaces?: unknown;
}

/**
 * Reads the `workspaces` of package.json, pnpm-workspace.yaml and lerna.json. The root's own package.json is a project only with an
 * `nx` key. `everyManifest`: the workspace loads `nx/plugins/package-json`, for which every package.json is a project.
 * Source: docs of Nx, "Inferred tasks", "Projects" (package.json workspaces).
 */
export async function readWorkspaceMembers(workspaceRoot: string, everyManifest = false): Promise<WorkspaceMembers> {
  const manifest = readManifest(join(workspaceRoot, 'package.json'));
  const rootIsProject = typeof manifest.nx === 'object' && manifest.nx !== null;
  const globs = [
    ...globList(manifest.workspaces),
    ...globList(await readPnpmWorkspace(join(workspaceRoot, 'pnpm-workspace.yaml'))),
    ...lernaGlobs(join(workspaceRoot, 'lerna.json')),
  ].map(cleanGlob);
  const negative = globs.filter((glob) => glob.startsWith('!')).map((glob) => new Minimatch(cleanGlob(glob.slice(1))));
  const positive = globs.filter((glob) => !glob.startsWith('!')).map((glob) => new Minimatch(glob));
  // Only exclusions: all but them, as in Nx.
  const all = everyManifest || (positive.length === 0 && negative.length > 0);
  return {
    includes(folder) {
      if (folder === '.') return rootIsProject || positive.some((glob) => glob.pattern === '.');
      return (all || positive.some((glob) => glob.match(folder))) && !negative.some((glob) => glob.match(folder));
    },
  };
}

function readManifest(path: string): Manifest {
  const content = readWith(path, JSON.parse);
  return typeof content === 'object' && content !== null ? content : {};
}

async function readPnpmWorkspace(path: string): Promise<unknown> {
  if (!existsSync(path)) return undefined;
  // Loaded only here: it costs every command of a pnpm workspace some 40 ms, and the others nothing.
  const { parse } = await import('yaml');
  return readWith(path, parse);
}

function lernaGlobs(path: string): string[] {
  if (!existsSync(path)) return [];
  const globs = globList(readWith(path, JSON.parse));
  return globs.length > 0 ? globs : ['packages/*'];
}

function globList(value: unknown): string[] {
  if (Array.isArray(value)) return value.filter((glob) => typeof glob === 'string');
  return typeof value === 'object' && value !== null && 'packages' in value ? globList(value.packages) : [];
}

function cleanGlob(glob: string): string {
  return glob
    .replace(/^\.\/(?=.)/, '')
    .replace(/\/package\.json$/, '')
    .replace(/(?<=.)\/+$/, '');
}

/** Undefined where the file is not there or broken: Nx itself complains about that. */
function readWith(path: string, read: (text: string) => unknown): unknown {
  try {
    return read(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}
