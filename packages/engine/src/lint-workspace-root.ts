import type { Root, World } from '@dockwarden-internal/facts';
import type { CheckIndex } from './check-index.ts';
import { lintRoot } from './lint-root.ts';
import type { Placed } from './placed.ts';

/** Configurations of files of a world that say something of projects or of the workspace. */
export function workspaceIndexes(
  { dockerfiles, composeFiles }: World,
  checksFor: (path: string) => CheckIndex,
): readonly CheckIndex[] {
  const indexes = new Set([...dockerfiles, ...composeFiles].map(({ source }) => checksFor(source.path)));
  return [...indexes].filter(({ byKind }) => byKind.has('workspace') || byKind.has('project'));
}

/**
 * What is found of projects and of the workspace is found under the settings of the file that it stands in: every configuration that some
 * file has is asked, and answers for its own files.
 */
export function lintWorkspaceRoot(
  root: Extract<Root, { kind: 'workspace' }>,
  checksFor: (path: string) => CheckIndex,
): Placed[] {
  return workspaceIndexes(root.node, checksFor).flatMap((index) =>
    lintRoot(root, index).filter(({ finding }) => checksFor(finding.place.source.path) === index),
  );
}
