import { folderOf } from '@dockwarden-internal/facts';

/** One COPY for the files of each folder, each into a folder of its own: `target` says which. */
export function copyByFolder(files: readonly string[], target: (folder: string) => string): string[] {
  const byFolder = new Map<string, string[]>();
  for (const file of files) {
    const folder = folderOf(file);
    byFolder.set(folder, [...(byFolder.get(folder) ?? []), file]);
  }
  return [...byFolder].map(([folder, names]) => `COPY ${names.join(' ')} ${target(folder)}/`);
}
