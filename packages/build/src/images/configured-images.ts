import { folderOf, projectAt } from '@dockwarden-internal/facts';
import { cleanPath } from '@dockwarden-internal/syntax';
import { contextByFacts } from './dockerfile-images.ts';
import type { Drafted, ImageDraft, WrittenAt } from './image-draft.ts';
import type { ImagesQuery } from './images-query.ts';

const CONFIG = 'dockwarden.yaml';

/** The images of `images:` in dockwarden.yaml. */
export function configuredImages({ world, config, placeOf }: ImagesQuery): Drafted {
  const drafts = Object.entries(config.images ?? {}).map(([name, settings]): ImageDraft => {
    const dockerfile = cleanPath(settings.dockerfile);
    const parsed = settings.context === undefined ? world.dockerfileAt(dockerfile) : undefined;
    const project = settings.project ?? projectAt(world, folderOf(dockerfile))?.model.name;
    return {
      name,
      ...(project !== undefined && { project }),
      dockerfile,
      ...(settings.target !== undefined && { target: settings.target }),
      ...(settings.context === undefined
        ? parsed && contextByFacts(parsed)
        : { context: cleanPath(settings.context), contextBy: CONFIG }),
      declaredBy: CONFIG,
      settings,
      nameYields: false,
      placeOf: (...path): WrittenAt => (placeOf ? { place: placeOf(['images', name, ...path]) } : { path: CONFIG }),
    };
  });
  return { drafts, diagnostics: [], notes: [] };
}
