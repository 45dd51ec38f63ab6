import { type Root, rootSource, type World } from '@dockwarden-internal/facts';
import type { CheckIndex } from './check-index.ts';
import { lintRoot } from './lint-root.ts';
import type { Placed } from './placed.ts';

type ChecksFor = (path: string) => CheckIndex;

/**
 * What is found in a root, each finding under the settings of the file that it stands in: of a project, the workspace and a merged Compose
 * model, every configuration that one of the files has is asked, and answers for its own. `ofWorkspace`: those of `workspaceIndexes`.
 */
export function lintUnderSettings(root: Root, checksFor: ChecksFor, ofWorkspace: readonly CheckIndex[]): Placed[] {
  if (root.kind === 'workspace') return asked(root, ofWorkspace, checksFor);
  const first = checksFor(rootSource(root)?.path ?? '.');
  if (root.kind !== 'compose') return lintRoot(root, first);
  const own = new Map(root.node.files.map(({ source }) => [source.path, checksFor(source.path)]));
  const indexes = new Set([first, ...own.values()]);
  // A file that is included or extended goes with the first.
  return indexes.size === 1 ? lintRoot(root, first) : asked(root, [...indexes], (path) => own.get(path) ?? first);
}

function asked(root: Root, indexes: readonly CheckIndex[], checksFor: ChecksFor): Placed[] {
  const all = new Set(indexes);
  const found: Placed[] = [];
  for (const index of all) {
    for (const placed of lintRoot(root, index)) {
      const own = checksFor(placed.finding.place.source.path);
      if (own === index) found.push(placed);
      // Of an ignore file, say, which is no file of the run.
      else all.add(own);
    }
  }
  return found;
}

/** Configurations of files of a world that say something of projects or of the workspace. */
export function workspaceIndexes({ dockerfiles, composeFiles }: World, checksFor: ChecksFor): readonly CheckIndex[] {
  const indexes = new Set([...dockerfiles, ...composeFiles].map(({ source }) => checksFor(source.path)));
  return [...indexes].filter(({ byKind }) => byKind.has('workspace') || byKind.has('project'));
}
