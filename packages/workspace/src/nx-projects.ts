import type { FileSystem } from '@dockwarden-internal/facts';
import { baseName, joinPath } from '@dockwarden-internal/facts/kernel/path';
import { parseGitIgnore } from '@dockwarden-internal/syntax';
import type { FolderIndex } from './folder-index.ts';
import type { FoundProject } from './found-project.ts';
import { type JsonFile, nodeAt, readJson, stringAt, stringsAt } from './json-file.ts';
import { type PackageManifest, readPackageManifest } from './package-manifest.ts';
import { upwards } from './paths.ts';
import { membership } from './workspace-globs.ts';

/**
 * The projects that Nx finds without its plugins: folders with a project.json, and packages of the workspace. The root's package.json is
 * one of these only with an `nx` key. Projects that other plugins infer from files of their own (Gradle, .NET, …) are not found.
 * Source: Nx 24, plugins nx/core/project-json and nx/core/package-json.
 */
export function nxProjects(
  fs: FileSystem,
  index: FolderIndex,
  globs: readonly string[] | undefined,
  rootName: string,
): FoundProject[] {
  const isMember = packageMembership(fs, globs ?? []);
  const isKept = nxIgnore(fs);
  const roots = new Set(index.foldersWith('project.json').filter((folder) => isKept(joinPath(folder, 'project.json'))));
  for (const folder of index.foldersWith('package.json')) {
    if (isMember(folder) && isKept(joinPath(folder, 'package.json'))) roots.add(folder);
  }
  return [...roots].map((root) => readProject(fs, root, rootName));
}

function packageMembership(fs: FileSystem, globs: readonly string[]): (folder: string) => boolean {
  if (infersEveryPackage(fs)) return () => true;
  const isMember = membership(globs);
  const rootIsProject = nodeAt(readJson(fs, 'package.json'), 'nx') !== undefined;
  return (folder) => (folder === '.' && rootIsProject) || isMember(folder);
}

/** Loaded by name in nx.json, the plugin takes every package.json for a project. */
function infersEveryPackage(fs: FileSystem): boolean {
  const nxJson = readJson(fs, 'nx.json');
  const plugins = nodeAt(nxJson, 'plugins')?.children ?? [];
  return plugins.some(
    (_, i) =>
      (stringAt(nxJson, 'plugins', i) ?? stringAt(nxJson, 'plugins', i, 'plugin')) === 'nx/plugins/package-json',
  );
}

/** Whether Nx sees a file, as far as `.nxignore` says. */
export function nxIgnore(fs: Pick<FileSystem, 'read'>): (path: string) => boolean {
  const text = fs.read('.nxignore');
  if (text === undefined) return () => true;
  const ignore = parseGitIgnore(text);
  return (path) => {
    const parts = upwards(path).slice(0, -1).reverse();
    return !parts.some((part) => ignore.verdict(part, part !== path) === 'ignored');
  };
}

function readProject(fs: FileSystem, root: string, rootName: string): FoundProject {
  const projectJson = readJson(fs, joinPath(root, 'project.json'));
  const manifest = readPackageManifest(fs, root);
  const name = nameOf(projectJson, manifest) ?? (root === '.' ? rootName : baseName(root).toLowerCase());
  return { name, root, tags: tagsOf(projectJson, manifest), projectJson, manifest };
}

function nameOf(projectJson: JsonFile | undefined, manifest: PackageManifest | undefined): string | undefined {
  return stringAt(projectJson, 'name') || stringAt(manifest?.json, 'nx', 'name') || manifest?.name;
}

/** As Nx has them, those that it makes from package.json (`npm:private`, keywords) included. */
function tagsOf(projectJson: JsonFile | undefined, manifest: PackageManifest | undefined): string[] {
  const tags = new Set<string>();
  if (manifest) {
    tags.add(nodeAt(manifest.json, 'private')?.value === true ? 'npm:private' : 'npm:public');
    for (const keyword of stringsAt(manifest.json, 'keywords')) tags.add(`npm:${keyword}`);
    for (const tag of stringsAt(manifest.json, 'nx', 'tags')) tags.add(tag);
  }
  for (const tag of stringsAt(projectJson, 'tags')) tags.add(tag);
  return [...tags];
}
