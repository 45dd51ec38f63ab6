import { dockerfilesOf, type Project, projectNamed, type World } from '@dockwarden-internal/facts';
import { cleanPath, type Diagnostic, suggestScoped } from '@dockwarden-internal/syntax';
import { contextByFacts } from './dockerfile-images.ts';
import type { Drafted, ImageDraft } from './image-draft.ts';
import { isForWorking, variantOf } from './image-names.ts';
import type { ProjectImageOptions } from './images-query.ts';

/** The images that options of `docker-build` targets speak of: that of the project, from the Dockerfile they name or its plain one. */
export function optionImages(
  world: World,
  options: ReadonlyMap<string, ProjectImageOptions>,
  isTaken: (dockerfile: string) => boolean,
): Drafted {
  const drafts: ImageDraft[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const [name, settings] of options) {
    const project = projectNamed(world, name);
    if (!project) {
      diagnostics.push(unknownProject(world, name));
      continue;
    }
    const dockerfile = settings.dockerfile === undefined ? plainOf(project) : cleanPath(settings.dockerfile);
    if (dockerfile !== undefined && !isTaken(dockerfile)) drafts.push(draft(world, project, dockerfile, settings));
  }
  return { drafts, diagnostics, notes: [] };
}

function draft(world: World, project: Project, dockerfile: string, settings: ProjectImageOptions): ImageDraft {
  const { name, root } = project.model;
  const declaredBy = `options of ${name}:docker-build`;
  const parsed = settings.context === undefined ? world.dockerfileAt(dockerfile) : undefined;
  return {
    name,
    project: name,
    dockerfile,
    ...(settings.target !== undefined && { target: settings.target }),
    ...(settings.context === undefined
      ? parsed && contextByFacts(parsed)
      : { context: cleanPath(settings.context), contextBy: declaredBy }),
    declaredBy,
    settings,
    nameYields: false,
    placeOf: () => ({ path: root === '.' ? 'project.json' : `${root}/project.json` }),
  };
}

/** The Dockerfile without variant, or the only one that is built. */
function plainOf(project: Project): string | undefined {
  const { root } = project.model;
  const built = dockerfilesOf(project)
    .map(({ source }) => ({ path: source.path, variant: variantOf(source.path, root) }))
    .filter(({ variant }) => !isForWorking(variant));
  return (built.find(({ variant }) => variant === '') ?? (built.length === 1 ? built[0] : undefined))?.path;
}

function unknownProject(world: World, name: string): Diagnostic {
  const near = suggestScoped(
    name,
    world.workspace.projects.map((project) => project.name),
  );
  const hint = near === undefined ? 'name a project of the workspace' : `did you mean ${near}?`;
  return { code: 'images/unknown-project', message: `there is no project ${name}`, hint, exit: 2 };
}
