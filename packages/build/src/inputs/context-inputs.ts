import { joinPath, type World } from '@dockwarden-internal/facts';
import { folderOf } from '@dockwarden-internal/facts/kernel/path';
import { cleanPath } from '@dockwarden-internal/syntax';
import type { Image } from '../model/image.ts';
import type { ContextInputs, InputSource } from '../model/image-inputs.ts';

/** What is read of the main context, with the ignore files that a build heeds there. Source: Docker docs, "Build context", ".dockerignore files". */
export function mainContext(world: World, image: Image, sources: readonly InputSource[]): ContextInputs {
  // Where no line reads of it and only a trigger may, nothing tells the folder: Docker's usual one is the Dockerfile's own.
  const directory = image.context ?? folderOf(image.dockerfile);
  return withIgnore(world, { directory, sources }, [
    `${image.dockerfile}.dockerignore`,
    joinPath(directory, '.dockerignore'),
  ]);
}

/** The same of a named folder, which heeds the ignore file at its root alone. Source: moby/buildkit frontend/dockerui/namedcontext.go. */
export function namedFolder(world: World, name: string, path: string, sources: readonly InputSource[]): ContextInputs {
  const directory = cleanPath(path);
  return withIgnore(world, { name, directory, sources }, [joinPath(directory, '.dockerignore')]);
}

function withIgnore(
  { fs }: World,
  inputs: Pick<ContextInputs, 'name' | 'directory' | 'sources'>,
  places: readonly string[],
): ContextInputs {
  const inForce = places.findIndex((path) => fs.kind(path) === 'file');
  if (inForce < 0) return { ...inputs, ignoreCandidates: places };
  // One that is passed over counts again only where the one in force goes, which is a change itself.
  return { ...inputs, ignoreFile: places[inForce]!, ignoreCandidates: places.slice(0, inForce + 1) };
}

/** Each source once: one is another's equal where it reads the same of the same line. */
export function distinct(sources: readonly InputSource[]): InputSource[] {
  const found = new Map<string, InputSource>();
  for (const source of sources) found.set(`${source.place.span.start} ${source.path}`, source);
  return [...found.values()].sort((a, b) => a.place.span.start - b.place.span.start);
}
