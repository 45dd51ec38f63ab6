import type { FileSystem, ProjectModel } from '@dockwarden-internal/facts';
import { joinPath } from '@dockwarden-internal/facts/kernel/path';
import { detectStacks } from '@dockwarden-internal/scaffold';
import { type Diagnostic, suggest, suggestScoped } from '@dockwarden-internal/syntax';
import type { Workspace } from '@dockwarden-internal/workspace';
import { minimatch } from 'minimatch';
import { unknownProjects } from '../unknown-projects.ts';
import { standingProject } from './standing-project.ts';

export interface ProjectChoice {
  /** Names, or folders from the root. */
  readonly named: readonly string[];
  /** `tag:api`, a glob of names or of folders. */
  readonly patterns: readonly string[];
  /** Every project that is an app. */
  readonly all: boolean;
  /** Folder from the root whose project is meant where nothing is said. */
  readonly standing?: string;
}

/** The projects that were asked for, in the order of their folders; of patterns and `all` those that are apps. */
export function chooseProjects(
  { fs, model }: Pick<Workspace, 'fs' | 'model'>,
  { named, patterns, all, standing }: ProjectChoice,
): { readonly projects: readonly ProjectModel[]; readonly diagnostics: readonly Diagnostic[] } {
  if (named.length === 0 && patterns.length === 0 && !all && standing !== undefined) {
    const found = standingProject(model, standing);
    return 'code' in found ? { projects: [], diagnostics: [found] } : { projects: [found], diagnostics: [] };
  }
  const byName = (asked: string) =>
    model.projects.find(({ name }) => name === asked) ??
    model.projects.find(({ root }) => root === asked.replace(/^\.\//, '').replace(/\/+$/, ''));
  const unknown = named.filter((asked) => !byName(asked));
  const diagnostics = unknownProjects({ model }, { projects: unknown });
  const wanted = new Set(named.flatMap((asked) => byName(asked)?.name ?? []));
  for (const pattern of patterns) {
    const fitting = model.projects.filter((project) => fits(project, pattern));
    if (fitting.length === 0) diagnostics.push(fitsNothing(pattern, model.projects));
    for (const project of fitting) if (isApp({ fs, model }, project)) wanted.add(project.name);
  }
  if (all) for (const project of model.projects) if (isApp({ fs, model }, project)) wanted.add(project.name);
  return { projects: model.projects.filter(({ name }) => wanted.has(name)), diagnostics };
}

function fits({ name, root, tags }: ProjectModel, pattern: string): boolean {
  if (pattern.startsWith('tag:')) return tags.some((tag) => minimatch(tag, pattern.slice(4)));
  return minimatch(name, pattern) || minimatch(root, pattern);
}

/** What runs by itself: its files speak for a stack, nothing else of the workspace needs it, and nobody calls it a library. */
function isApp({ fs, model }: Pick<Workspace, 'fs' | 'model'>, project: ProjectModel): boolean {
  if (model.projects.some(({ dependencies }) => dependencies.includes(project.name))) return false;
  if (isLibrary(fs, project)) return false;
  return detectStacks({ fs, workspace: model, project }).found.some(({ stack }) => stack.family !== 'generic');
}

/** What Nx's project.json says. */
function isLibrary(fs: FileSystem, { root }: ProjectModel): boolean {
  const text = fs.read(joinPath(root, 'project.json'));
  return text !== undefined && /"projectType"\s*:\s*"library"/.test(text);
}

function fitsNothing(pattern: string, projects: readonly ProjectModel[]): Diagnostic {
  const near = pattern.startsWith('tag:')
    ? suggest(pattern, new Set(projects.flatMap(({ tags }) => tags.map((tag) => `tag:${tag}`))))
    : suggestScoped(
        pattern,
        projects.flatMap(({ name, root }) => [name, root]),
      );
  const hint = near
    ? `Did you mean ${near}?`
    : 'Patterns are tag:NAME, or a glob of names or folders: --projects "apps/*".';
  return { code: 'setup/no-such-projects', message: `No project fits ${JSON.stringify(pattern)}.`, hint, exit: 2 };
}
