import type { FileSystem } from '../kernel/file-system.ts';
import type { ProjectModel, WorkspaceModel } from '../kernel/workspace-model.ts';

/** The marks around COPY lines that are written anew when the workspace changes; `all`: for the manifests of every project. */
export const MANIFEST_MARKS = {
  open: '<dockwarden:manifests>',
  openAll: '<dockwarden:manifests all>',
  close: '</dockwarden:manifests>',
} as const;

/**
 * Folders whose package.json an install for a project has to find, sorted, without the root: the project's, and those of all that manifests say it needs;
 * with `whole` those of the whole workspace.
 */
export function manifestFolders(
  fs: FileSystem,
  workspace: WorkspaceModel,
  project: ProjectModel,
  whole: boolean,
): readonly string[] {
  const needed = new Set([project.name, ...(project.declaredClosure ?? project.closure)]);
  return workspace.projects
    .filter(({ name, root }) => root !== '.' && (whole || needed.has(name)) && hasManifest(fs, root))
    .map(({ root }) => root)
    .sort();
}

/** The line between the marks for the manifest of a folder; the build context is the workspace's root. Source: Dockerfile reference, COPY. */
export function manifestLine(folder: string): string {
  return /^[\w@./-]+$/.test(folder)
    ? `COPY ${folder}/package.json ./${folder}/`
    : `COPY ${JSON.stringify([`${folder}/package.json`, `./${folder}/`])}`;
}

function hasManifest(fs: FileSystem, root: string): boolean {
  return fs.kind(`${root}/package.json`) === 'file';
}
