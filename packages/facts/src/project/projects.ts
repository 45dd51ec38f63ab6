import { memo } from '../kernel/memo.ts';
import { folderOf, joinPath } from '../kernel/path.ts';
import type { Dockerfile } from '../model/dockerfile.ts';
import type { Project } from '../model/project.ts';
import type { Compose } from '../model/service.ts';
import type { World } from '../model/world.ts';

/** The projects of the workspace, sorted by root. */
export const projectsOf = memo((world: World): readonly Project[] =>
  world.workspace.projects.map((model) => ({ world, model })),
);

const byName = memo(
  (world: World): ReadonlyMap<string, Project> =>
    new Map(projectsOf(world).map((project) => [project.model.name, project])),
);

export function projectNamed(world: World, name: string): Project | undefined {
  return byName(world).get(name);
}

const byRoot = memo(
  (world: World): ReadonlyMap<string, Project> =>
    new Map(projectsOf(world).map((project) => [project.model.root, project])),
);

/** The project that a path (relative to the workspace root) belongs to: the one with the nearest root above it. */
export function projectAt(world: World, path: string): Project | undefined {
  const projects = byRoot(world);
  for (let end = path.length; end > 0; end = path.lastIndexOf('/', end - 1)) {
    const project = projects.get(path.slice(0, end));
    if (project) return project;
  }
  return projects.get('.');
}

/** The names of the folders in a project's own. */
export const foldersOf = memo(({ world: { fs }, model: { root } }: Project): readonly string[] =>
  fs.list(root).filter((name) => fs.kind(joinPath(root, name)) === 'directory'),
);

/** Absent for a Dockerfile outside of every project. */
export const projectOf = memo(({ world, source }: Dockerfile): Project | undefined =>
  projectAt(world, folderOf(source.path)),
);

export const dockerfilesOf = memo((project: Project): readonly Dockerfile[] =>
  project.world.dockerfiles.filter((dockerfile) => projectOf(dockerfile) === project),
);

/** The Compose models whose first file lies in the project. */
export const composesOf = memo((project: Project): readonly Compose[] =>
  project.world.composes.filter(
    ({ files: [first] }) => first && projectAt(project.world, folderOf(first.source.path)) === project,
  ),
);

/** The workspace projects that a project needs, directly or not, sorted by name. */
export const neededBy = memo(({ world, model }: Project): readonly Project[] =>
  model.closure.flatMap((name) => projectNamed(world, name) ?? []),
);
