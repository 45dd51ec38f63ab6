import type { ImageInputs } from '@dockwarden-internal/build';

/** An image, and all that it is built on. */
export function lineOf(input: ImageInputs, all: ReadonlyMap<string, ImageInputs>): ImageInputs[] {
  const line = new Set([input]);
  for (const each of line) for (const parent of each.parents.values()) if (all.has(parent)) line.add(all.get(parent)!);
  return [...line];
}
