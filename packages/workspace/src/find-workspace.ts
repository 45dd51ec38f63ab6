import type { WorkspaceModel } from '@dockwarden-internal/facts';
import type { Diagnostic } from '@dockwarden-internal/syntax';
import { type NodeFileSystem, nodeFileSystem } from './file-system.ts';
import { findRoot } from './find-root.ts';
import { type Listing, listFiles } from './list-files.ts';
import { readWorkspace } from './read-workspace.ts';

/** A workspace as found on the disk: what the layers below need to look at it. */
export interface Workspace {
  readonly fs: NodeFileSystem;
  readonly listing: Listing;
  readonly model: WorkspaceModel;
  /** Files that could not be read as they should; those of the listing are in the listing. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Finds and reads the workspace around a folder or file; undefined where that does not exist. */
export async function findWorkspace(start: string): Promise<Workspace | undefined> {
  const root = findRoot(start);
  return root === undefined ? undefined : openWorkspace(root);
}

/** Reads the workspace of which a folder is the root. */
export async function openWorkspace(root: string): Promise<Workspace> {
  const fs = nodeFileSystem(root);
  const listing = listFiles(fs);
  const { model, diagnostics } = await readWorkspace(fs, listing.files, fs.root);
  return { fs, listing, model, diagnostics };
}
