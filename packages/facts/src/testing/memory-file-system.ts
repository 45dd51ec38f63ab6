import type { FileSystem } from '../kernel/file-system.ts';
import { joinPath } from '../kernel/path.ts';

/** A file system for tests: texts by path. Folders exist by what lies in them; a path that ends in `/` is an empty one. */
export function memoryFileSystem(
  files: Readonly<Record<string, string>>,
): FileSystem & { readonly asked: readonly string[] } {
  const folders = new Map<string, Set<string>>([['.', new Set()]]);
  const texts = new Map<string, string>();
  for (const [path, text] of Object.entries(files)) {
    const segments = path.split('/').filter((segment) => segment !== '' && segment !== '.');
    const depth = path.endsWith('/') ? segments.length : segments.length - 1;
    let folder = '.';
    segments.forEach((segment, index) => {
      folders.get(folder)!.add(segment);
      folder = joinPath(folder, segment);
      if (index < depth && !folders.has(folder)) folders.set(folder, new Set());
    });
    if (!path.endsWith('/')) texts.set(segments.join('/'), text);
  }
  const asked: string[] = [];
  const note = (path: string) => {
    asked.push(path);
    return path;
  };
  return {
    asked,
    read: (path) => texts.get(note(path)),
    kind: (path) => (folders.has(note(path)) ? 'directory' : texts.has(path) ? 'file' : undefined),
    list: (directory) => [...(folders.get(note(directory)) ?? [])].sort(),
  };
}
