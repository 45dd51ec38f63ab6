import { type NodeFileSystem, nodeFileSystem } from '@dockwarden-internal/workspace';

/** Opens a folder that lies outside of the root, such as an installed package; links do not lead out of it. */
export type OpenOutside = (folder: string) => NodeFileSystem | undefined;

/** Undefined where there is no such folder. */
export const openOutside: OpenOutside = (folder) => {
  try {
    return nodeFileSystem(folder);
  } catch {
    return undefined;
  }
};
