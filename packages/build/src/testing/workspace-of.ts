import type { ProjectModel, World } from '@dockwarden-internal/facts';
import { worldOf } from '@dockwarden-internal/facts/testing/compose-of';
import { byCodeUnits } from '@dockwarden-internal/syntax';
import { findImages } from '../images/find-images.ts';
import type { ImagesQuery } from '../images/images-query.ts';
import type { InputHooks } from '../inputs/input-hooks.ts';
import { inputsOf } from '../inputs/inputs-of.ts';
import type { Image } from '../model/image.ts';
import type { ImageInputs } from '../model/image-inputs.ts';

/** A world of files by path with projects by name: their root, and what they need. */
export function workspaceOf(
  files: Readonly<Record<string, string>>,
  projects: Readonly<Record<string, string | readonly [root: string, ...closure: string[]]>> = { app: '.' },
): World {
  const models = Object.entries(projects).map(([name, given]): ProjectModel => {
    const [root, ...closure] = typeof given === 'string' ? [given] : given;
    return { name, root: root!, tags: [], manifests: [], lockfiles: [], dependencies: closure, closure };
  });
  return worldOf(files, { workspace: { tool: 'nx', projects: models.sort((a, b) => byCodeUnits(a.root, b.root)) } });
}

/** The images of a world, every diagnostic a failure of the test. */
export function imagesOf(world: World, query: Partial<ImagesQuery> = {}): readonly Image[] {
  const { images, diagnostics } = findImages({ world, config: {}, ...query });
  if (diagnostics.length > 0) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return images;
}

/** The inputs of an image, of the only one where none is named. */
export function inputsIn(
  world: World,
  { image: name, ...query }: Partial<ImagesQuery> & { readonly image?: string } = {},
  hooks?: InputHooks,
): ImageInputs {
  const images = imagesOf(world, query);
  const image = name === undefined ? images[0] : images.find((each) => each.name === name);
  if (!image || (name === undefined && images.length > 1))
    throw new Error(`images: ${images.map((each) => each.name)}`);
  const { inputs, diagnostics } = inputsOf(world, image, images, hooks);
  if (!inputs) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return inputs;
}

/** The inputs of a Dockerfile at the root, in a world of its own. */
export function inputsOfText(text: string, query: Partial<ImagesQuery> = {}, hooks?: InputHooks): ImageInputs {
  return inputsIn(workspaceOf({ Dockerfile: text.replace(/^\n/, '').replace(/^ +/gm, '') }), query, hooks);
}
