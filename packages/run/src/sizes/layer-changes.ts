import type { ImageLayer } from '@dockwarden-internal/build';

/**
 * How many bytes each layer has more than the one that the same instruction made before; undefined for an instruction that was not there.
 * Of instructions that stand several times the first is held against the first, and so on.
 */
export function layerChanges(
  layers: readonly Pick<ImageLayer, 'size' | 'createdBy'>[],
  previous: readonly Pick<ImageLayer, 'size' | 'createdBy'>[],
): readonly (number | undefined)[] {
  const before = new Map<string, number[]>();
  for (const { createdBy, size } of previous) {
    if (createdBy === undefined) continue;
    const sizes = before.get(createdBy);
    if (sizes) sizes.push(size);
    else before.set(createdBy, [size]);
  }
  const taken = new Map<string, number>();
  return layers.map(({ createdBy, size }) => {
    if (createdBy === undefined) return undefined;
    const at = taken.get(createdBy) ?? 0;
    taken.set(createdBy, at + 1);
    const old = before.get(createdBy)?.[at];
    return old === undefined ? undefined : size - old;
  });
}
