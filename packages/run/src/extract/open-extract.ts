import type { Image } from '@dockwarden-internal/build';
import type { World } from '@dockwarden-internal/facts';
import { stageName } from '@dockwarden-internal/facts/stage/from-word';
import { type Diagnostic, suggest } from '@dockwarden-internal/syntax';
import type { BuildOptions } from '../build/build-options.ts';
import { type BuildScene, openBuild } from '../build/open-build.ts';

export interface OpenedExtract {
  readonly scene: BuildScene;
  /** The options with the stage that is asked for, for each image. */
  readonly options: BuildOptions;
}

/** Opens the workspace with one stage as the target of every image that was asked for. */
export async function openExtract(
  options: BuildOptions,
  target: string | undefined,
): Promise<OpenedExtract | { readonly diagnostics: readonly Diagnostic[] }> {
  const scene = await openBuild(options);
  if (!('world' in scene)) return scene;
  if (target === undefined) return { scene, options };
  const unknown = scene.asked.flatMap((image) => unknownStage(scene.world, image, target) ?? []);
  if (unknown.length > 0) return { diagnostics: [...scene.diagnostics, ...unknown] };
  const stages = new Map(scene.asked.map(({ name }) => [name, target]));
  const at = (image: Image): Image => (stages.has(image.name) ? { ...image, target } : image);
  return {
    scene: { ...scene, all: scene.all.map(at), asked: scene.asked.map(at) },
    options: { ...options, stages },
  };
}

function unknownStage(world: World, { name, dockerfile }: Image, target: string): Diagnostic | undefined {
  const names = world.dockerfileAt(dockerfile)?.stages.flatMap((stage) => stageName(stage) ?? []) ?? [];
  if (names.some((each) => each.toLowerCase() === target.toLowerCase())) return undefined;
  const near = suggest(target, names);
  const known = names.length === 0 ? 'its stages have no names' : `its stages are ${names.join(', ')}`;
  return {
    code: 'image/unknown-stage',
    message: `${name}: ${dockerfile} has no stage ${JSON.stringify(target)}`,
    hint: near === undefined ? known : `did you mean ${near}?`,
    exit: 2,
  };
}
