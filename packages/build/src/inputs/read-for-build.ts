import { type Dockerfile, type Stage, stagesByName, type World, withBuildArgs } from '@dockwarden-internal/facts';
import type { Image } from '../model/image.ts';
import { passedNames } from './passed-names.ts';

/** A Dockerfile as one image's build reads it, for one platform. */
export interface BuildReading {
  readonly image: Image;
  readonly dockerfile: Dockerfile;
  /** The stage that is asked for. */
  readonly target: Stage;
  /** What it is built for, where that is told. */
  readonly platform?: string;
}

/** Platform arguments, whose values differ from platform to platform. */
const PLATFORM_WORDS = /\bTARGET(?:PLATFORM|OS|OSVERSION|ARCH|VARIANT)\b/;

/** The Dockerfile with the image's arguments, once for each platform where it asks which that is; none where it or the stage is not there. */
export function readForBuild(world: World, image: Image, builderPlatform?: string): readonly BuildReading[] {
  const written = world.dockerfileAt(image.dockerfile);
  if (!written) return [];
  const asked = image.request.platforms.length > 0 ? image.request.platforms : [builderPlatform];
  const platforms = PLATFORM_WORDS.test(written.source.text) ? asked : asked.slice(0, 1);
  // Their values are told by git, of these very inputs.
  const later = passedNames(image.request, written);
  return platforms.flatMap((platform) => {
    const dockerfile = withBuildArgs(written, image.request.args, {
      ...(platform !== undefined && { platform }),
      ...(builderPlatform !== undefined && { buildPlatform: builderPlatform }),
      target: image.target ?? null,
      later,
    });
    const target = targetOf(dockerfile, image.target);
    return target ? [{ image, dockerfile, target, ...(platform !== undefined && { platform }) }] : [];
  });
}

/** A stage by its name in any case, of equal names the last; the last stage where none is asked for. */
function targetOf(dockerfile: Dockerfile, name: string | undefined): Stage | undefined {
  if (name === undefined) return dockerfile.stages.at(-1);
  return stagesByName(dockerfile).get(name.toLowerCase())?.at(-1);
}
