import type { WorkspaceModel } from '@dockwarden-internal/facts';
import type { Diagnostic } from '@dockwarden-internal/syntax';
import { type NodeFileSystem, nodeFileSystem } from './file-system.ts';
import { findRoot } from './find-root.ts';
import { type Listing, listFiles } from './list-files.ts';
import type { ProjectGraph } from './project-graph.ts';
import { readWorkspace } from './read-workspace.ts';

/** A workspace as found on the disk: what the layers below need to look at it. */
export interface Workspace {
  readonly fs: NodeFileSystem;
  readonly listing: Listing;
  readonly model: WorkspaceModel;
  /** Files that could not be read as they should; those of the listing are in the listing. */
  readonly diagnostics: readonly Diagnostic[];
}

/** A root's disk with what it holds, before anything of it is read. */
export type OpenDisk = Pick<Workspace, 'fs' | 'listing'>;

export function openDisk(root: string, named?: readonly string[]): OpenDisk {
  const fs = nodeFileSystem(root);
  return { fs, listing: listFiles(fs, named) };
}

/** Finds and reads the workspace around a folder or file, `seen` through what lies over its disk; undefined where that does not exist. */
export async function findWorkspace(
  start: string,
  seen: (disk: OpenDisk) => OpenDisk = (disk) => disk,
  graph?: ProjectGraph,
): Promise<Workspace | undefined> {
  const root = findRoot(start);
  return root === undefined ? undefined : openWorkspace(root, seen(openDisk(root)), graph);
}

/** Reads the workspace of which a folder is the root; `graph` is what a task runner knows of its projects. */
export async function openWorkspace(root: string, given?: OpenDisk, graph?: ProjectGraph): Promise<Workspace> {
  const { fs, listing } = given ?? openDisk(root);
  const { model, diagnostics } = await readWorkspace(fs, listing.files, fs.root, graph);
  return { fs, listing, model, diagnostics };
}
