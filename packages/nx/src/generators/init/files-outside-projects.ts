import { CANDIDATE_GLOB } from '@dockwarden-internal/run/lint-inputs/candidate-files';
import { takeNotes } from '@dockwarden-internal/run/lint-inputs/file-notes';
import { getProjects, glob, type Tree } from 'nx/src/devkit-exports';

/** Dockerfiles and Compose files for which no task can be inferred, sorted. */
export function filesOutsideProjects(tree: Tree): string[] {
  const roots = [...getProjects(tree).values()].map(({ root }) => root);
  if (roots.includes('.')) return [];
  return glob(tree, [CANDIDATE_GLOB])
    .filter((path) => !roots.some((root) => path.startsWith(`${root}/`)))
    .filter((path) => takeNotes(path, tree.read(path, 'utf8') ?? '').kind !== 'other')
    .sort();
}
