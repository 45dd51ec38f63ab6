import { type FileSystem, folderOf, isWithin, joinPath } from '@dockwarden-internal/facts';
import { readXml, type XmlElement } from '../../xml/read-xml.ts';
import { type ProjectFile, propertyOf, resolveFile } from './project-file.ts';

/** What MSBuild, NuGet and the SDK look for in a folder and those above it; NuGet takes its file in any case. */
const ABOVE =
  /^(?:Directory\.(?:Build\.(?:props|targets|rsp)|Packages\.props|Solution\.props)|global\.json|[Nn]u[Gg]et\.[Cc]onfig)$/;

/** How many files that import each other are followed. */
const IMPORTS = 100;

/** The folders of a path, the nearest first: `a/b`, `a`, `.`. */
export function foldersAbove(path: string): string[] {
  const folders: string[] = [];
  for (let folder = folderOf(path); folder !== '.'; folder = folderOf(folder)) folders.push(folder);
  return [...folders, '.'];
}

/** Files around projects that say how they are restored and built, and what those import. Source: MSBuild, "Customize the build by folder". */
export function surroundingFiles(fs: FileSystem, projects: readonly string[]): string[] {
  const folders = new Set(projects.flatMap(foldersAbove));
  const files = new Set(
    [...folders].flatMap((folder) =>
      fs
        .list(folder)
        .filter((name) => ABOVE.test(name))
        .map((name) => joinPath(folder, name)),
    ),
  );
  for (const file of [...projects, ...files]) follow(fs, file, files);
  return [...files].sort();
}

function follow(fs: FileSystem, from: string, files: Set<string>): void {
  const queue = [from];
  for (const file of queue)
    for (const path of importsOf(fs, file)) {
      if (files.has(path) || files.size >= IMPORTS || fs.kind(path) !== 'file') continue;
      files.add(path);
      queue.push(path);
    }
}

function importsOf(fs: FileSystem, file: string): string[] {
  const text = fs.read(file) ?? '';
  if (!text.includes('<Import')) return [];
  return [...text.matchAll(/<Import\s[^>]{0,400}?Project\s*=\s*"([^"]{1,300})"/g)].flatMap(
    ([, written]) => resolveFile(file, written!) ?? [],
  );
}

/** A property of a project, or of the Directory.Build.props that is nearest to it: no other is imported unasked. */
export function propertyAround(fs: FileSystem, { path, element }: ProjectFile, name: string): string | undefined {
  return propertyOf(element, name) ?? propertyOf(nearestProps(fs, path), name);
}

function nearestProps(fs: FileSystem, path: string): XmlElement | undefined {
  for (const folder of foldersAbove(path)) {
    const text = fs.read(joinPath(folder, 'Directory.Build.props'));
    if (text !== undefined) return readXml(text);
  }
  return undefined;
}

/** Folders without those that lie within another. */
export function outermost(folders: readonly string[]): string[] {
  const all = [...new Set(folders)];
  return all.filter((folder) => !all.some((other) => other !== folder && isWithin(folder, other)));
}
