import type { FileSystem } from '@dockwarden-internal/facts';
import { baseName } from '@dockwarden-internal/facts/kernel/path';
import type { FolderIndex } from './folder-index.ts';
import type { FoundProject } from './found-project.ts';
import { stringsAt } from './json-file.ts';
import { readPackageManifest } from './package-manifest.ts';
import { readTurboJson } from './turbo-json.ts';
import { membership } from './workspace-globs.ts';

/**
 * The packages that a package manager's workspace names, and the root, which is a package too if it has a package.json. Tags are those of
 * Turborepo, where it is used.
 */
export function packageProjects(
  fs: FileSystem,
  index: FolderIndex,
  globs: readonly string[],
  rootName: string,
  isTurborepo = false,
): FoundProject[] {
  const isMember = membership(globs);
  const folders = index.foldersWith('package.json').filter((folder) => folder === '.' || isMember(folder));
  return folders.flatMap((root) => {
    const manifest = readPackageManifest(fs, root);
    // Not on the disk: git may list what has been deleted.
    if (!manifest) return [];
    const name = manifest.name ?? (root === '.' ? rootName : baseName(root));
    const turboJson = isTurborepo ? readTurboJson(fs, root) : undefined;
    return [{ name, root, tags: stringsAt(turboJson, 'tags'), manifest, ...(turboJson && { turboJson }) }];
  });
}
