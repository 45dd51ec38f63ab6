import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import { nodeFileSystem } from '@dockwarden-internal/workspace/file-system';
import { nxIgnore } from '@dockwarden-internal/workspace/nx-projects';
import { nearestFolder } from './nearest-folder.ts';
import type { WorkspaceMembers } from './workspace-members.ts';

/** Answers which folder is a project of Nx. */
export interface ProjectRoots {
  /** The nearest folder at or above a file that is a project; undefined where there is none. */
  ownerOf(file: string): string | undefined;
}

/**
 * A plugin that emits a node for a folder which nothing else calls a project breaks every command of Nx ("no name provided"), so
 * a folder counts only where Nx's own plugins see a project (project.json, a package.json among the workspace's members), or
 * where it holds one of `projectFiles`, which the user vouches for (pom.xml, go.mod: projects that another plugin infers).
 */
export function findProjectRoots(
  workspaceRoot: string,
  members: WorkspaceMembers,
  projectFiles: readonly string[],
): ProjectRoots {
  const known = new Map<string, boolean>();
  const isKept = nxIgnore(nodeFileSystem(workspaceRoot));
  const has = (folder: string, name: string) =>
    existsSync(join(workspaceRoot, folder, name)) && isKept(posix.join(folder, name));
  const isProject = (folder: string): boolean => {
    let answer = known.get(folder);
    if (answer === undefined) {
      answer =
        has(folder, 'project.json') ||
        (members.includes(folder) && has(folder, 'package.json')) ||
        projectFiles.some((name) => has(folder, name));
      known.set(folder, answer);
    }
    return answer;
  };
  return { ownerOf: (file) => nearestFolder(file, isProject) };
}

/** Whether Nx knows a project at a folder. */
export function isRoot(folder: string, roots: ProjectRoots): boolean {
  return roots.ownerOf(posix.join(folder, 'package.json')) === folder;
}
