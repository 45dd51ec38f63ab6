import type { FileSystem } from '@dockwarden-internal/facts';
import type { FolderIndex } from './folder-index.ts';
import type { FoundProject } from './found-project.ts';
import { readPackageManifest } from './package-manifest.ts';
import { baseName } from './paths.ts';
import { membership } from './workspace-globs.ts';

/** The packages that a package manager's workspace names, and the root, which is a package too if it has a package.json. */
export function packageProjects(
  fs: FileSystem,
  index: FolderIndex,
  globs: readonly string[],
  rootName: string,
): FoundProject[] {
  const isMember = membership(globs);
  const folders = index.foldersWith('package.json').filter((folder) => folder === '.' || isMember(folder));
  return folders.flatMap((root) => {
    const manifest = readPackageManifest(fs, root);
    if (!manifest) return [];
    return [{ name: manifest.name ?? (root === '.' ? rootName : baseName(root)), root, tags: [], manifest }];
  });
}
