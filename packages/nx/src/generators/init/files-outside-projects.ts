import { CANDIDATE_GLOB } from '@dockwarden-internal/run/lint-inputs/candidate-files';
import { takeNotes } from '@dockwarden-internal/run/lint-inputs/file-notes';
import { getProjects, glob, readNxJson, type Tree } from 'nx/src/devkit-exports';
import { excludedByConfiguration } from '../../inference/excluded-files.ts';
import { registeredSelection } from '../../inference/registered-selection.ts';

/** Dockerfiles and Compose files for which no task can be inferred, sorted. */
export async function filesOutsideProjects(tree: Tree): Promise<string[]> {
  const roots = [...getProjects(tree).values()].map(({ root }) => root);
  if (roots.includes('.')) return [];
  const isSelected = registeredSelection(readNxJson(tree)) ?? (() => true);
  const isExcluded = await excludedByConfiguration(tree.root);
  return glob(tree, [CANDIDATE_GLOB])
    .filter((path) => isSelected(path) && !isExcluded(path))
    .filter((path) => !roots.some((root) => path.startsWith(`${root}/`)))
    .filter((path) => takeNotes(path, tree.read(path, 'utf8') ?? '').kind !== 'other')
    .sort();
}
