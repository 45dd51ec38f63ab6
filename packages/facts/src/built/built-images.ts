import { memo } from '../kernel/memo.ts';
import type { BuiltData, BuiltEntry, BuiltImage, BuiltLayer } from '../model/built.ts';
import { placeOf } from '../model/dockerfile.ts';
import type { World } from '../model/world.ts';
import { fromWord } from '../stage/from-word.ts';
import { stagesByName } from '../stage/stages-by-name.ts';

/** The built images of a world beside their Dockerfiles; one whose Dockerfile is gone is left out. */
export function builtImages(world: World, builds: readonly BuiltData[]): BuiltImage[] {
  return builds.flatMap((data) => {
    const dockerfile = world.dockerfileAt(data.dockerfile);
    if (!dockerfile) return [];
    const stage =
      data.target === undefined
        ? dockerfile.stages.at(-1)
        : stagesByName(dockerfile).get(data.target.toLowerCase())?.at(-1);
    const span = stage && (fromWord(stage)?.span ?? stage.from?.node.span);
    const place = placeOf(dockerfile, span ?? { start: 0, end: 0 });
    return [{ world, dockerfile, ...(stage && { stage }), data, place }];
  });
}

function entriesOf(
  read: (data: BuiltData) => ReadonlyMap<string, string>,
): (image: BuiltImage) => readonly BuiltEntry[] {
  return memo((image: BuiltImage) => [...read(image.data)].map(([name, value]) => ({ image, name, value })));
}

export const builtEnv = entriesOf(({ env }) => env);
export const builtLabels = entriesOf(({ labels }) => labels);

export const builtLayers = memo((image: BuiltImage): readonly BuiltLayer[] =>
  image.data.layers.map((layer, index) => ({ image, index, ...layer })),
);
