import type { FileSystem } from '@dockwarden-internal/facts';

/** A disk with some files' texts replaced, or new files on it, nothing being written. */
export function overlayFileSystem(disk: FileSystem, texts: ReadonlyMap<string, string>): FileSystem {
  return {
    read: (path) => texts.get(path) ?? disk.read(path),
    kind: (path) => (texts.has(path) ? 'file' : disk.kind(path)),
    list: (folder) => {
      const names = new Set(disk.list(folder));
      const prefix = folder === '.' ? '' : `${folder}/`;
      for (const path of texts.keys()) {
        if (path.startsWith(prefix) && !path.slice(prefix.length).includes('/')) names.add(path.slice(prefix.length));
      }
      return [...names].sort();
    },
  };
}
