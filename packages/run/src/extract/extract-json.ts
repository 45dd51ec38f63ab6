import type { ExtractOutcome } from './extract-outcome.ts';

export function extractJson({ images, built, diagnostics, notes }: ExtractOutcome): string {
  const failures = new Map(built?.images.map(({ image, failure }) => [image, failure]));
  const shown = {
    version: 1,
    images: images.map((image) => ({ ...image, failure: image.failure ?? failures.get(image.image) ?? null })),
    diagnostics: [...diagnostics, ...(built?.diagnostics ?? [])].map(
      ({ code, message, hint = null, path = null, exit }) => ({
        code,
        message,
        hint,
        path,
        exit,
      }),
    ),
    notes,
    ...(built?.bake && { bake: built.bake }),
  };
  return `${JSON.stringify(shown, undefined, 2)}\n`;
}
