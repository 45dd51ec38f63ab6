import { contextKind } from '@dockwarden-internal/facts';
import { type Diagnostic, suggest } from '@dockwarden-internal/syntax';
import type { Image } from '../model/image.ts';

/** Contexts that say `target:` of an image that there is none of. */
export function checkTargets(images: readonly Image[]): Diagnostic[] {
  const names = new Set(images.map(({ name }) => name));
  return images.flatMap(({ name, request, declaredBy }) =>
    [...request.contexts].flatMap(([context, value]) => {
      const kind = contextKind(value);
      if (kind.kind !== 'target' || kind.image === '' || names.has(kind.image)) return [];
      const near = suggest(kind.image, names);
      const message = `there is no image ${kind.image}, which the context ${context} of the image ${name} stands for`;
      const hint = near === undefined ? `there are ${[...names].join(', ')}` : `did you mean ${near}?`;
      return [{ code: 'images/unknown-target', message, hint, path: declaredBy, exit: 2 as const }];
    }),
  );
}
