import type { Diagnostic } from '@dockwarden-internal/syntax';
import { byCodeUnits } from '@dockwarden-internal/syntax';
import type { ImageInputs } from '../model/image-inputs.ts';
import { NAMED_UNTRACKED } from './bounds.ts';
import { hiddenChanges } from './hidden-changes.ts';
import { ignoredByGit } from './ignored-by-git.ts';
import type { InputPaths } from './input-paths.ts';
import type { Repository } from './repository.ts';
import { isUnder, joinFolder } from './root-path.ts';
import { literalStart } from './source-match.ts';
import type { Change } from './work-tree.ts';

export interface DirtyRequest {
  readonly inputs: ImageInputs;
  /** As for the revision: with the inputs of its bases, and with what its inputs are generated from. */
  readonly paths: InputPaths;
  /** Files and links, from the workspace's root, that the build reads. Folders have no part in it: git knows none. */
  readonly entries: Iterable<string>;
  /** True for what a task makes, beside the files below a copied folder that git ignores as a whole (`COPY dist/apps/api`). */
  readonly generated?: (path: string) => boolean;
}

/**
 * The inputs of each image that differ from HEAD: staged, modified, deleted, untracked, or ignored by git and not generated. Other files of
 * the work tree do not matter. Sorted by path.
 */
export async function dirtyInputs(
  repository: Repository,
  images: readonly DirtyRequest[],
): Promise<readonly (readonly Change[])[] | Diagnostic> {
  const tree = await repository.workTree();
  if ('code' in tree) return tree;
  const unknown = images.map(({ entries }) => [...entries].filter((path) => !tree.tracked.has(path)));
  const ignored = await ignoredOf(repository, images, unknown);
  if ('code' in ignored) return ignored;
  const hidden = await hiddenChanges(repository, tree, (path) => images.some(({ paths }) => paths.reasonOf(path)));
  if ('code' in hidden) return hidden;
  return images.map(({ inputs, paths, generated }, index) => {
    const outputs = sourceStarts(inputs).filter((start) => ignored.has(start));
    const made = (path: string) => outputs.some((output) => isUnder(path, output)) || generated?.(path) === true;
    const found = new Map<string, Change>();
    for (const path of unknown[index]!) {
      if (!made(path)) found.set(path, { path, how: ignored.has(path) ? 'ignored' : 'untracked' });
    }
    for (const change of [...tree.changed, ...hidden]) if (isInput(paths, change)) found.set(change.path, change);
    return [...found.values()].sort((a, b) => byCodeUnits(a.path, b.path));
  });
}

function isInput(paths: InputPaths, { path, how }: Change): boolean {
  return paths.reasonOf(path) !== undefined || (how === 'submodule' && paths.mayHold(path));
}

/** From the root: what COPY and its like name, up to the first wildcard; not the context itself. */
function sourceStarts({ contexts }: ImageInputs): readonly string[] {
  return contexts.flatMap(({ directory, sources }) =>
    sources.map(literalStart).flatMap((start) => (start === '.' ? [] : [joinFolder(directory, start)])),
  );
}

/** Which sources that hold untracked files, and which of the first few such files, are ignored by git. */
async function ignoredOf(
  repository: Repository,
  images: readonly DirtyRequest[],
  unknown: readonly (readonly string[])[],
): Promise<ReadonlySet<string> | Diagnostic> {
  const asked = new Set<string>();
  images.forEach(({ inputs }, index) => {
    const paths = unknown[index]!;
    if (paths.length === 0) return;
    for (const start of sourceStarts(inputs)) asked.add(start);
    for (const path of paths.slice(0, NAMED_UNTRACKED)) asked.add(path);
  });
  return ignoredByGit(repository, asked);
}
