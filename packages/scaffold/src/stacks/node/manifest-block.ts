import type { App } from '../../model/app.ts';
import { managerCommands } from './manager/commands.ts';
import { inFolder } from './manager/manager.ts';
import { type NodeProject, readProject } from './project/layout.ts';
import { isFault } from './project/package-json.ts';

/** The comments around the COPY lines that follow from the workspace, and are written anew when it changes. */
export const MANIFESTS = { open: '# <dockwarden:manifests>', close: '# </dockwarden:manifests>' } as const;

/**
 * The lines between the marks of a project: one COPY for each manifest that an install in its image has to find, sorted, without those of the
 * root. Empty where the project stands alone, or is none of Node's.
 */
export function manifestBlock(app: App): readonly string[] {
  const read = readProject(app);
  return read === undefined || isFault(read) ? [] : manifestLines(read.project);
}

export function manifestLines(project: NodeProject): string[] {
  if (project.layout.kind !== 'workspace') return [];
  return manifestFolders(project).map((folder) => `COPY ${folder}/package.json ./${folder}/`);
}

/** Folders whose manifests are copied, sorted. */
export function manifestFolders(project: NodeProject): string[] {
  const { app, layout } = project;
  const { fs, workspace } = app;
  const folders = managerCommands(project).wholeWorkspace
    ? workspace.projects.map(({ root }) => root).filter((root) => fs.kind(inFolder(root, 'package.json')) === 'file')
    : [layout.folder, ...layout.libraries.map(({ root }) => root)];
  return [...new Set(folders)].filter((folder) => folder !== '.').sort();
}
