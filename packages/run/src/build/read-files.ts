import {
  type ContextFiles,
  type HashedEntry,
  hashEntries,
  type ImageInputs,
  openDigestCache,
  openDisk,
  readContext,
} from '@dockwarden-internal/build';
import type { Diagnostic } from '@dockwarden-internal/syntax';
import { digestStore } from './digest-store.ts';
import type { BuildScene } from './open-build.ts';

export interface FilesOfImages {
  /** By name of the image. */
  readonly contexts: ReadonlyMap<string, readonly ContextFiles[]>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Looks up which files the contexts of images hold, and their digests; what images share is read once. */
export async function readFiles(
  { workspace }: Pick<BuildScene, 'workspace'>,
  inputs: ReadonlyMap<string, ImageInputs>,
  cacheFolder: string | undefined,
): Promise<FilesOfImages> {
  const disk = openDisk();
  const cache = openDigestCache(cacheFolder === undefined ? undefined : digestStore(`${cacheFolder}/digests`));
  const contexts = new Map<string, readonly ContextFiles[]>();
  const diagnostics: Diagnostic[] = [];
  for (const [name, { image, contexts: read }] of inputs) {
    const { contextMode: mode, contextGit: git } = image.request;
    const files: ContextFiles[] = [];
    for (const context of read) {
      const reading = readContext({ root: workspace.fs.root, inputs: context, mode, git, disk });
      diagnostics.push(...reading.diagnostics);
      const entries: readonly HashedEntry[] = await hashEntries(reading.entries, cache);
      files.push({ inputs: context, entries, notes: reading.notes });
    }
    contexts.set(name, files);
  }
  cache.save();
  return { contexts, diagnostics };
}
