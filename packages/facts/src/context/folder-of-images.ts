import { cleanPath } from '@dockwarden-internal/syntax';
import { type Maybe, unknown } from '../kernel/unsure.ts';
import type { Dockerfile } from '../model/dockerfile.ts';
import type { DecidedFolder } from './context-of.ts';

/** The folder that the configuration's images build a Dockerfile from: absent where it names none, unknown where they differ. */
export function folderOfImages({ source, world }: Dockerfile): Maybe<DecidedFolder> {
  const folders = Object.values(world.settings.images ?? {}).flatMap(({ dockerfile, context }) =>
    context !== undefined && cleanPath(dockerfile) === source.path ? [cleanPath(context)] : [],
  );
  const [directory, ...others] = new Set(folders);
  if (directory === undefined) return undefined;
  if (others.length > 0) return unknown;
  return { directory, decidedBy: 'dockwarden.yaml says so' };
}
