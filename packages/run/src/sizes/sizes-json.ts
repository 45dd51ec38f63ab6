import type { ImageSizes } from './image-sizes.ts';

/** Sizes in bytes, layers from the base up. */
export function sizesJson({ images, diagnostics }: ImageSizes): string {
  const shown = {
    version: 1,
    images: images.map((image) => ({
      ...image,
      budget: image.budget ?? null,
      change: image.change ?? null,
      isOver: image.budget !== undefined && image.size > image.budget,
    })),
    diagnostics: diagnostics.map(({ code, message, hint = null, exit }) => ({ code, message, hint, exit })),
  };
  return `${JSON.stringify(shown, undefined, 2)}\n`;
}
