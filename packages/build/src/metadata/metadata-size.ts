import type { ImageLayer } from '../docker/image-layers.ts';

/** Bytes of an image as it runs. */
export function sizeOfLayers(layers: readonly ImageLayer[]): number {
  return layers.reduce((sum, { size }) => sum + size, 0);
}
