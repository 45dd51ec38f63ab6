import type { ProjectModel, WorkspaceModel } from '@dockwarden-internal/facts';
import { joinPath } from '@dockwarden-internal/facts/kernel/path';
import { pathAsGlob } from '../lint-inputs/glob-path.ts';
import type { Survey } from '../lint-inputs/survey.ts';
import { taskGlobs } from '../lint-inputs/task-globs.ts';

/** What decides about every file beside what a survey tells. */
const STANDING = ['nx.json'] as const;

/** The globs of all that the findings of one file can depend on: its project's dependencies are among them. */
export function fileGlobs(path: string, { projects }: Pick<WorkspaceModel, 'projects'>, survey: Survey): string[] {
  const project = ownerOf(path, projects);
  const own = [...taskGlobs({ root: project?.root ?? '.', files: [path] }, survey), ...STANDING];
  if (!project) return own;
  return [...own, ...manifestsOf(project, projects)];
}

/** The globs of all that policies which look at the whole workspace can depend on. */
export function workspaceGlobs(files: readonly string[], survey: Survey): readonly string[] {
  return [...taskGlobs({ root: '.', files, reach: 'workspace' }, survey), ...STANDING];
}

/** Of a project and all that it needs: what they need in turn decides what its images have to copy. */
function manifestsOf(project: ProjectModel, projects: readonly ProjectModel[]): string[] {
  const needed = new Set(project.closure);
  const all = [project, ...projects.filter(({ name }) => needed.has(name))];
  return all.flatMap(({ root, manifests, lockfiles }) =>
    [...manifests, ...lockfiles, joinPath(root, 'project.json')].map(pathAsGlob),
  );
}

/** The project whose root is the nearest above a file. */
export function ownerOf(path: string, projects: readonly ProjectModel[]): ProjectModel | undefined {
  let best: ProjectModel | undefined;
  for (const project of projects) {
    if (project.root === '.' ? best === undefined : path.startsWith(`${project.root}/`))
      if (!best || best.root === '.' || project.root.length > best.root.length) best = project;
  }
  return best;
}
