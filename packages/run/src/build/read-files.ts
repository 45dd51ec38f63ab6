import {
  type ContextFiles,
  type ContextReading,
  type ContextRequest,
  gitIndexOf,
  hashEntries,
  type ImageInputs,
  isDiagnostic,
  openDigestCache,
  openDisk,
  type Repository,
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
  repository: Repository | Diagnostic,
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
      const request = { root: workspace.fs.root, inputs: context, mode, git, disk };
      const { entries, notes, diagnostics: faults } = await readWithIndex(request, repository);
      diagnostics.push(...faults);
      files.push({ inputs: context, entries: await hashEntries(entries, cache), notes });
    }
    contexts.set(name, files);
  }
  cache.save();
  return { contexts, diagnostics };
}

/**
 * Git's index is asked only where it has something to say, since most runs do without: on a disk that does not tell what may be executed, and
 * of a source that is absent, which a sparse checkout may have left out.
 */
async function readWithIndex(request: ContextRequest, repository: Repository | Diagnostic): Promise<ContextReading> {
  if (isDiagnostic(repository)) return readContext(request);
  const first = repository.fileModes ? readContext(request) : undefined;
  if (first && !first.diagnostics.some(({ code }) => code === 'build/source-missing')) return first;
  const tree = await repository.workTree();
  if (isDiagnostic(tree)) return first ?? readContext(request);
  return readContext({ ...request, index: gitIndexOf(tree, repository) });
}
