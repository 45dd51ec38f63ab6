import type { CandidateKind } from '@dockwarden-internal/facts';
import { fixedPart } from '@dockwarden-internal/scaffold';
import type { NodeFileSystem } from '@dockwarden-internal/workspace';
import { readOutside } from '../files/read-outside.ts';
import { fileLinks } from '../lint-inputs/file-links.ts';
import { takeNotes } from '../lint-inputs/file-notes.ts';
import { MANIFEST_KINDS, MANIFESTS } from '../lint-inputs/standing-globs.ts';
import { surveyOf } from '../lint-inputs/survey.ts';
import { taskGlobs } from '../lint-inputs/task-globs.ts';

/**
 * All that linting the whole workspace can read, as globs from its root. Without what lies in folders that git ignores: whether these are
 * there differs from machine to machine, and what is committed must not.
 */
export async function lintGlobs(
  fs: NodeFileSystem,
  files: readonly { readonly path: string; readonly kind: CandidateKind }[],
  isLocal: (path: string) => boolean,
): Promise<string[]> {
  const notes = new Map(files.map(({ path }) => [path, takeNotes(path, fs.read(path) ?? '')] as const));
  const links = await fileLinks({ fs, readOutside }, { cwd: fs.root }, notes);
  const project = { root: '.', files: files.map(({ path }) => path), reach: 'workspace' as const };
  const globs = taskGlobs(project, surveyOf(fs.root, notes, links)).flatMap((glob) =>
    glob.endsWith(MANIFESTS) ? MANIFEST_KINDS.map((kind) => glob.slice(0, -MANIFESTS.length) + kind) : [glob],
  );
  return globs.filter((glob) => !isLocal(fixedPart(glob)));
}
