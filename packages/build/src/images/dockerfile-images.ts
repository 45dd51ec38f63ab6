import type { World } from '@dockwarden-internal/facts';
import {
  baseName,
  contextOf,
  type Dockerfile,
  dockerfilesOf,
  isUnsure,
  memo,
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
  return dockerfilesOf(project).flatMap((dockerfile) => {
    const name = fileImageName(project, dockerfile);
    if (isTaken(dockerfile.source.path) || name === undefined || !dockerfile.stages.some(({ from }) => from)) return [];
    return draft(dockerfile, project.model.name, name);
  });
}

/** What the image of a Dockerfile is called after its project and variant; undefined for one that is for working on the project. */
export function fileImageName(project: Project, dockerfile: Dockerfile): string | undefined {
  const { name, root } = project.model;
  const variant = variantOf(dockerfile.source.path, root);
  if (isForWorking(variant)) return undefined;
  const plain = isOwn(project, variant) || (isShippedVariant(variant) && !hasPlain(project));
  return plain ? name : `${name}-${variant}`;
}

/** `api.Dockerfile` of the project api is its plain one. */
function isOwn({ model: { name, root } }: Project, variant: string): boolean {
  return variant === '' || variant === slug(name) || variant === slug(baseName(root));
}

const hasPlain = memo((project: Project): boolean =>
  dockerfilesOf(project).some(({ source }) => isOwn(project, variantOf(source.path, project.model.root))),
);

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
