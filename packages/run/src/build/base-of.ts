import type { Image, ResolvedReference } from '@dockwarden-internal/build';
import type { World } from '@dockwarden-internal/facts';
import { rootImage } from '@dockwarden-internal/facts/stage/root';
import { stagesByName } from '@dockwarden-internal/facts/stage/stages-by-name';

/** The base image that an image's target stage ends in, with its digest where one is known; undefined for `scratch`. */
export function baseOf(
  world: World,
  { dockerfile, target }: Image,
  resolved: readonly ResolvedReference[],
): { readonly name: string; readonly digest?: string } | undefined {
  const file = world.dockerfileAt(dockerfile);
  const stage =
    target === undefined ? file?.stages.at(-1) : file && stagesByName(file).get(target.toLowerCase())?.at(-1);
  const root = stage && rootImage(stage);
  if (typeof root !== 'object' || typeof root.resolved !== 'string') return undefined;
  const found = resolved.find(({ reference }) => reference.text === root.resolved);
  // Digests of other kinds name nothing that a registry could be asked for.
  const digest = found && found.digestKind !== 'config' ? (found.pin ?? [...found.digests.values()][0]) : undefined;
  return { name: root.resolved, ...(digest !== undefined && { digest }) };
}
