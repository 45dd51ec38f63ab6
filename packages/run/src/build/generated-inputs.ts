import {
  type GeneratedSource,
  generatedSources,
  type ImageInputs,
  ignoredByGit,
  isDiagnostic,
  type Repository,
} from '@dockwarden-internal/build';
import type { ProjectModel } from '@dockwarden-internal/facts';
import type { Diagnostic } from '@dockwarden-internal/syntax';
import type { BuildScene } from './open-build.ts';

/** What of an image's inputs is made by a build first, and from what. */
export interface GeneratedInputs {
  readonly sources: readonly GeneratedSource[];
  /** From the root: folders and files that they are made from, those of the maker's project and of all that it needs. */
  readonly from: readonly string[];
  /** Paths of which nobody knows what makes them. */
  readonly unknown: readonly string[];
  /** Whether a path is such an output, or lies in one. */
  readonly isMade: (path: string) => boolean;
}

/** The inputs that git ignores, by name of the image; images without any are not in it. Without a repository nobody can tell. */
export async function generatedInputs(
  { workspace }: Pick<BuildScene, 'workspace'>,
  repository: Repository | Diagnostic,
  inputs: ReadonlyMap<string, ImageInputs>,
): Promise<ReadonlyMap<string, GeneratedInputs> | Diagnostic> {
  if (isDiagnostic(repository)) return new Map();
  const { projects } = workspace.model;
  const all = [...inputs.values()];
  const asked = new Set<string>();
  const collect = (path: string, isFolder: boolean) => {
    asked.add(nameFor(path, isFolder));
    return false;
  };
  for (const input of all) generatedSources(input, collect);
  if (asked.size === 0) return new Map();
  const ignored = await ignoredByGit(repository, asked);
  if (isDiagnostic(ignored)) return ignored;
  const isIgnored = (path: string, isFolder: boolean) => ignored.has(nameFor(path, isFolder));
  const found = new Map<string, GeneratedInputs>();
  for (const input of all) {
    const sources = generatedSources(input, isIgnored, projects);
    if (sources.length > 0) found.set(input.image.name, describe(sources, projects));
  }
  return found;
}

/** `dist/` of an ignore file means folders alone: git is asked for one by the slash, since it may not be there yet. */
function nameFor(path: string, isFolder: boolean): string {
  return isFolder ? `${path}/` : path;
}

function describe(sources: readonly GeneratedSource[], projects: readonly ProjectModel[]): GeneratedInputs {
  const byName = new Map(projects.map((project) => [project.name, project]));
  const makers = new Set(sources.flatMap(({ project }) => (project === undefined ? [] : [project])));
  const needed = new Set([...makers].flatMap((name) => [name, ...(byName.get(name)?.closure ?? [])]));
  const from = [...needed].flatMap((name) => {
    const project = byName.get(name);
    return project ? [project.root, ...project.manifests, ...project.lockfiles] : [];
  });
  const paths = [...new Set(sources.map(({ path }) => path))];
  return {
    sources,
    from: [...new Set(from)].sort(),
    unknown: [...new Set(sources.flatMap(({ path, project }) => (project === undefined ? [path] : [])))],
    isMade: (path) => paths.some((output) => path === output || path.startsWith(`${output}/`)),
  };
}
