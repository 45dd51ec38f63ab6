import type { FileSystem } from '@dockwarden-internal/facts';
import type { Diagnostic } from '@dockwarden-internal/syntax';
import type { FolderIndex } from './folder-index.ts';
import type { FoundProject } from './found-project.ts';
import { stringsAt } from './json-file.ts';
import { readPackageManifest } from './package-manifest.ts';
import { baseName, inFolder } from './paths.ts';
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
    if (!manifest) return unreadable(fs, root);
    const name = manifest.name ?? (root === '.' ? rootName : baseName(root));
    const turboJson = isTurborepo ? readTurboJson(fs, root) : undefined;
    return [{ name, root, tags: stringsAt(turboJson, 'tags'), manifest, ...(turboJson && { turboJson }) }];
  });
}

/** A package all the same, so that its files are its own. One that is not on the disk is none: git may list what has been deleted. */
function unreadable(fs: FileSystem, root: string): FoundProject[] {
  const path = inFolder(root, 'package.json');
  if (fs.read(path) === undefined) return [];
  const message = `${path} is no JSON; what it says of the package is missing.`;
  const fault: Diagnostic = { code: 'workspace/json', message, hint: 'Mend the file.', path, exit: 2 };
  return [{ name: root === '.' ? 'root' : baseName(root), root, tags: [], fault }];
}
