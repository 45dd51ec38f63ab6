import type { CandidateKind, World } from '@dockwarden-internal/facts';
import { fixedPart } from '@dockwarden-internal/scaffold';
import { composeGroups } from '../lint-inputs/compose-groups.ts';
import { type FileNotes, takeNotes } from '../lint-inputs/file-notes.ts';
import { filesNamedInConfiguration } from '../lint-inputs/named-in-configuration.ts';
import { MANIFEST_KINDS, MANIFESTS } from '../lint-inputs/standing-globs.ts';
import { taskGlobs } from '../lint-inputs/task-globs.ts';

/**
 * All that linting the whole workspace can read, as globs from its root. Without what lies in folders that git ignores: whether these are
 * there differs from machine to machine, and what is committed must not.
 */
export function lintGlobs(
  world: World,
  root: string,
  files: readonly { readonly path: string; readonly kind: CandidateKind }[],
  isLocal: (path: string) => boolean,
): string[] {
  const notes = new Map<string, FileNotes>();
  for (const { path } of files) notes.set(path, takeNotes(path, world.fs.read(path) ?? ''));
  const survey = {
    workspaceRoot: root,
    notes,
    groups: composeGroups(notes),
    configured: filesNamedInConfiguration(root),
  };
  const project = { root: '.', files: files.map(({ path }) => path), reach: 'workspace' as const };
  const globs = taskGlobs(project, survey).flatMap((glob) =>
    glob.endsWith(MANIFESTS) ? MANIFEST_KINDS.map((kind) => glob.slice(0, -MANIFESTS.length) + kind) : [glob],
  );
  return globs.filter((glob) => !isLocal(fixedPart(glob)));
}
