import { isUnsure, type Maybe, unknown } from '../kernel/unsure.ts';
import type { Dockerfile } from '../model/dockerfile.ts';
import type { Builder } from '../stage/builder.ts';
import { builders } from '../stage/builders.ts';
import type { DecidedFolder } from './context-of.ts';

/** The folder that the configuration's images build a Dockerfile from: absent where none says, unknown where they differ. */
export function folderOfImages(dockerfile: Dockerfile): Maybe<DecidedFolder> {
  return commonFolder(builders(dockerfile).filter(({ kind }) => kind === 'configuration'));
}

/** The folder that Compose services and Bake targets build a Dockerfile from: absent where none says, unknown where they differ. */
export function folderOfBuilds(dockerfile: Dockerfile): Maybe<DecidedFolder> {
  return commonFolder(builders(dockerfile).filter(({ kind }) => kind !== 'configuration'));
}

function commonFolder(all: readonly Builder[]): Maybe<DecidedFolder> {
  const telling = all.filter(({ folder }) => folder !== undefined);
  const [first] = telling;
  if (!first) return undefined;
  const [directory, ...others] = new Set(telling.map(({ folder }) => folder));
  if (directory === undefined || isUnsure(directory) || others.length > 0) return unknown;
  return { directory, decidedBy: first.decides };
}
