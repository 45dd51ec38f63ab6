import type { World } from '@dockwarden-internal/facts';
import {
  baseName,
  contextOf,
  type Dockerfile,
  dockerfilesOf,
  isUnsure,
  type Project,
  projectOf,
  projectsOf,
} from '@dockwarden-internal/facts';
import type { Drafted, ImageDraft, ImageNote } from './image-draft.ts';
import { isForWorking, isShippedVariant, slug, variantOf } from './image-names.ts';

/** One image for each Dockerfile of a project that nothing else declares an image from. */
export function dockerfileImages(world: World, isTaken: (dockerfile: string) => boolean): Drafted {
  const drafts = projectsOf(world).flatMap((project) => ofProject(project, isTaken));
  const homeless = world.dockerfiles.filter((each) => !projectOf(each) && !isTaken(each.source.path));
  return { drafts, diagnostics: [], notes: homeless.map(homelessNote) };
}

function homelessNote({ source }: Dockerfile): ImageNote {
  const message = `${source.path} belongs to no project, so that no image is built from it; name it under images: in dockwarden.yaml`;
  return { message, path: source.path };
}

function ofProject(project: Project, isTaken: (dockerfile: string) => boolean): ImageDraft[] {
  const { name, root } = project.model;
  const named = dockerfilesOf(project).map((dockerfile) => ({
    dockerfile,
    variant: variantOf(dockerfile.source.path, root),
  }));
  const own = (variant: string) => variant === '' || variant === slug(name) || variant === slug(baseName(root));
  const hasPlain = named.some(({ variant }) => own(variant));
  return named.flatMap(({ dockerfile, variant }) => {
    if (isTaken(dockerfile.source.path) || isForWorking(variant) || !dockerfile.stages.some(({ from }) => from))
      return [];
    const plain = own(variant) || (!hasPlain && isShippedVariant(variant));
    return draft(dockerfile, name, plain ? name : `${name}-${variant}`);
  });
}

function draft(dockerfile: Dockerfile, project: string, name: string): ImageDraft {
  const { path } = dockerfile.source;
  return {
    name,
    project,
    dockerfile: path,
    ...contextByFacts(dockerfile),
    declaredBy: path,
    settings: {},
    nameYields: true,
    placeOf: () => ({ path }),
  };
}

/** The folder that a build runs in as the facts tell it; nothing where they cannot. */
export function contextByFacts(dockerfile: Dockerfile): Pick<ImageDraft, 'context' | 'contextBy'> {
  const context = contextOf(dockerfile);
  if (context === undefined || isUnsure(context)) return {};
  return { context: context.directory, contextBy: context.decidedBy };
}
