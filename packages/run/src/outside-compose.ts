import { isAbsolute } from 'node:path';
import type { World } from '@dockwarden-internal/facts';
import type { Diagnostic } from '@dockwarden-internal/syntax';
import { staysIn } from '@dockwarden-internal/workspace';

/** Faults for what Compose files include or extend out of the root: it is not read, so that its services are not looked at. */
export function outsideCompose(world: World, isWanted: (path: string) => boolean): Diagnostic[] {
  const { root } = world.workspace;
  const named = world.composes.flatMap(({ model }) => model.outside);
  const found = named
    .filter(({ place }) => isWanted(place.source.path))
    .filter(({ text }) => !(isAbsolute(text) && staysIn(root, text)))
    .map(
      ({ text, place }): Diagnostic => ({
        code: 'compose/outside',
        message: `${text} points out of the root and is not read`,
        hint: 'include and extend files below the root, or lint from a root above both',
        place,
        exit: 2,
      }),
    );
  // A file may stand in several models.
  const once = new Map(found.map((each) => [`${each.place!.source.path} ${each.place!.span.start}`, each]));
  return [...once.values()];
}
