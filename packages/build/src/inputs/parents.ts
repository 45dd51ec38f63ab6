import { memo, type World } from '@dockwarden-internal/facts';
import type { Diagnostic } from '@dockwarden-internal/syntax';
import type { Image } from '../model/image.ts';
import { reachedStages } from './reached.ts';
import { readForBuild } from './read-for-build.ts';
import { type ParentLink, workspaceImages } from './workspace-image.ts';

/** The images of the workspace that an image is built on, each reference once, and the references that could be one of several. */
export interface Parents {
  readonly links: readonly ParentLink[];
  readonly diagnostics: readonly Diagnostic[];
}

const known = memo((_images: readonly Image[]) => new Map<Image, Parents>());

/** Told once per image and list of images, since a run has one builder. */
export function parentsOf(world: World, image: Image, images: readonly Image[], builderPlatform?: string): Parents {
  const answers = known(images);
  let answer = answers.get(image);
  if (!answer) {
    answer = findParents(world, image, images, builderPlatform);
    answers.set(image, answer);
  }
  return answer;
}

function findParents(world: World, image: Image, images: readonly Image[], builderPlatform?: string): Parents {
  const links = new Map<string, ParentLink>();
  const diagnostics = new Map<string, Diagnostic>();
  for (const reading of readForBuild(world, image, builderPlatform)) {
    for (const { origin, place } of reachedStages(reading).flatMap(({ reads }) => reads)) {
      if (!origin || (origin.kind !== 'image' && origin.kind !== 'context')) continue;
      const reference = origin.kind === 'image' ? origin.text : origin.context.name;
      const [parent, ...others] = workspaceImages(images, image, origin);
      if (others.length > 0) {
        const names = [parent!, ...others].map(({ name }) => name).join(', ');
        diagnostics.set(reference, {
          code: 'inputs/ambiguous-parent',
          message: `${reference} could be any of the images ${names}, which share its repository`,
          hint: `say which under images.${image.name}.contexts: "${reference}": target:${parent!.name}`,
          place,
          exit: 2,
        });
      } else if (parent && !links.has(reference)) links.set(reference, { reference, parent, place });
    }
  }
  return { links: [...links.values()], diagnostics: [...diagnostics.values()] };
}

/** The way from an image back to itself over what it is built on; undefined where there is none. */
export function cycleThrough(
  world: World,
  image: Image,
  images: readonly Image[],
  builderPlatform?: string,
): readonly Image[] | undefined {
  const seen = new Set<Image>();
  const waiting: Image[][] = [[image]];
  for (let way = waiting.pop(); way; way = waiting.pop()) {
    for (const { parent } of parentsOf(world, way.at(-1)!, images, builderPlatform).links) {
      if (parent === image) return [...way, image];
      if (seen.has(parent)) continue;
      seen.add(parent);
      waiting.push([...way, parent]);
    }
  }
  return undefined;
}
