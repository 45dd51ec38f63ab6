import { cleanPath } from '@dockwarden-internal/syntax';
import type { Dockerfile } from '../model/dockerfile.ts';
import type { Builder } from './builder.ts';
import { environmentOfName } from './purpose-of-name.ts';

/** The images of the configuration that a Dockerfile is built into. */
export function configuredBuilders({ source, world }: Dockerfile): readonly Builder[] {
  const { images = {}, build } = world.settings;
  return Object.entries(images).flatMap(([name, { dockerfile, context, target, contexts }]): Builder[] => {
    if (cleanPath(dockerfile) !== source.path) return [];
    const environment = environmentOfName(name);
    return [
      {
        kind: 'configuration',
        decides: 'dockwarden.yaml says so',
        ...(context !== undefined && { folder: cleanPath(context) }),
        ...(target !== undefined && { target }),
        ...(environment && { environment }),
        contexts: new Map(Object.entries({ ...build?.contexts, ...contexts })),
      },
    ];
  });
}
