import { manifestFolders as foldersOf, MANIFEST_MARKS, manifestLine } from '@dockwarden-internal/facts';
import { managerCommands } from './manager/commands.ts';
import type { NodeProject } from './project/layout.ts';

/**
 * The marked lines of a project: one COPY for each manifest that an install in its image has to find, sorted, without those of the root, between
 * the marks by which they are kept in step with the workspace. Empty where the project stands alone, or the workspace is
 * pruned.
 */
export function manifestBlock(project: NodeProject): string[] {
  const { kind, turbo } = project.layout;
  const named = kind === 'workspace' || (kind === 'integrated' && project.manifest !== project.rootManifest);
  const folders = named && turbo === undefined ? manifestFolders(project) : [];
  if (folders.length === 0) return [];
  const open = managerCommands(project).wholeWorkspace ? MANIFEST_MARKS.openAll : MANIFEST_MARKS.open;
  return [`# ${open}`, ...folders.map(manifestLine), `# ${MANIFEST_MARKS.close}`];
}

/** Folders whose manifests are copied, sorted. */
export function manifestFolders(project: NodeProject): readonly string[] {
  const { fs, workspace, project: model } = project.app;
  return foldersOf(fs, workspace, model, managerCommands(project).wholeWorkspace);
}
