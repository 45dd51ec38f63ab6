import { baseName, folderOf } from '@dockwarden-internal/facts/kernel/path';

/** The listed files by folder. */
export interface FolderIndex {
  /** Names of the files in a folder, sorted; folders are not among them. */
  names(folder: string): readonly string[];
  /** Folders that have a file of that name, sorted. */
  foldersWith(name: string): readonly string[];
}

export function folderIndex(files: readonly string[]): FolderIndex {
  const byFolder = new Map<string, string[]>();
  const byName = new Map<string, string[]>();
  for (const path of files) {
    add(byFolder, folderOf(path), baseName(path));
    add(byName, baseName(path), folderOf(path));
  }
  for (const names of [...byFolder.values(), ...byName.values()]) names.sort();
  return { names: (folder) => byFolder.get(folder) ?? [], foldersWith: (name) => byName.get(name) ?? [] };
}

function add(map: Map<string, string[]>, key: string, value: string): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
