import type { Image } from '@dockwarden-internal/build';
import type { Diagnostic } from '@dockwarden-internal/syntax';
import { type BuildScene, openBuild } from '../build/open-build.ts';
import { selectImages } from '../build/select-images.ts';
import type { ImageRequest } from './day-request.ts';

export interface OpenedImage {
  readonly scene: BuildScene;
  readonly image: Image;
  /** Absolute. */
  readonly root: string;
}

/** The one image that is meant: by its name, or as the only one of a project. */
export async function openImage(
  request: Pick<ImageRequest, 'cwd' | 'image' | 'surroundings' | 'projectSettings'> & { readonly config?: string },
): Promise<OpenedImage | { readonly diagnostics: readonly Diagnostic[]; readonly root: string }> {
  const { cwd, image: asked, surroundings, projectSettings, config } = request;
  const scene = await openBuild({
    cwd,
    surroundings,
    ...(projectSettings && { projectSettings }),
    ...(config !== undefined && { config }),
  });
  if (!('world' in scene)) return { ...scene, root: cwd };
  const { root } = scene.workspace.fs;
  if (scene.diagnostics.some(({ exit }) => exit === 2)) return { diagnostics: scene.diagnostics, root };
  const named = scene.all.find(({ name }) => name === asked);
  const own = scene.all.filter(({ project }) => project === asked);
  const image = named ?? (own.length === 1 ? own[0] : undefined);
  if (image) return { scene, image, root };
  const { diagnostics } =
    own.length > 1 ? { diagnostics: [several(asked, own)] } : selectImages(scene.all, { images: [asked] });
  return { diagnostics, root };
}

function several(project: string, images: readonly Image[]): Diagnostic {
  return {
    code: 'image/several',
    message: `${project} has ${images.length} images: ${images.map(({ name }) => name).join(', ')}.`,
    hint: 'Name one of them.',
    exit: 2,
  };
}
