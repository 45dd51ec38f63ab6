import type { FileSystem } from '@dockwarden-internal/facts';

/** A disk of its own for examples: files by path, folders implied. */
export function memoryFiles(files: Readonly<Record<string, string>>): FileSystem {
  const folders = new Map<string, Set<string>>([['.', new Set()]]);
  for (const path of Object.keys(files)) {
    const names = path.split('/');
    for (let depth = 0; depth < names.length; depth++) {
      const folder = depth === 0 ? '.' : names.slice(0, depth).join('/');
      const members = folders.get(folder) ?? new Set();
      members.add(names[depth]!);
      folders.set(folder, members);
    }
  }
  return {
    read: (path) => (Object.hasOwn(files, path) ? files[path] : undefined),
    kind: (path) => (Object.hasOwn(files, path) ? 'file' : folders.has(path) ? 'directory' : undefined),
    list: (folder) => [...(folders.get(folder) ?? [])].sort(),
  };
}
