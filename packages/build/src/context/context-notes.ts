import type { ContextEntry } from '../model/context-entry.ts';
import type { ContextInputs } from '../model/image-inputs.ts';
import { lfsPointers } from './lfs-pointers.ts';
import type { Selection } from './selection.ts';

/** From here on a context is called large. */
export const MOST_BYTES = 100_000_000;
export const MOST_FILES = 20_000;

/** What was left out of a context, and how large it is where it is large, in sentences. */
export function contextNotes(
  root: string,
  { special, gitFolders, mode }: Pick<Selection, 'special' | 'gitFolders' | 'mode'>,
  { directory }: Pick<ContextInputs, 'directory'>,
  entries: readonly ContextEntry[],
): string[] {
  const where = (path: string) => (directory === '.' ? path : `${directory}/${path}`);
  const notes = [...gitFolders]
    .map(where)
    .map((path) =>
      mode === 'staged'
        ? `${path} is left out of the build: it would tie the image to this checkout (contextGit: true hands it over).`
        : `${path} is in the build context and ties the image to this checkout; hide it with the ignore file.`,
    );
  if (special.size > 0)
    notes.push(`${list([...special].map(where))} left out of the build: only files, links and folders are inputs.`);
  const pointers = lfsPointers(root, entries).map(where);
  if (pointers.length > 0)
    notes.push(`${list(pointers)} no content but a pointer of Git LFS, and built as such (git lfs pull fetches it).`);
  const large = largeNote(entries);
  return large ? [...notes, large] : notes;
}

function largeNote(entries: readonly ContextEntry[]): string | undefined {
  const files = entries.filter(({ type }) => type === 'file');
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  if (files.length <= MOST_FILES && bytes <= MOST_BYTES) return undefined;
  const folders = new Map<string, { files: number; bytes: number }>();
  for (const { path, size } of files) {
    const parts = path.split('/');
    const folder = parts.slice(0, Math.min(parts.length - 1, 2)).join('/') || '.';
    const sum = folders.get(folder) ?? { files: 0, bytes: 0 };
    sum.files++;
    sum.bytes += size;
    folders.set(folder, sum);
  }
  const largest = [...folders]
    .sort(([, a], [, b]) => (bytes > MOST_BYTES ? b.bytes - a.bytes : b.files - a.files))
    .slice(0, 3)
    .map(([folder, sum]) => `${folder} (${counted(sum)})`);
  return `The build reads ${counted({ files: files.length, bytes })}; the largest folders: ${largest.join(', ')}.`;
}

function counted({ files, bytes }: { readonly files: number; readonly bytes: number }): string {
  return `${files} file${files === 1 ? '' : 's'}, ${(bytes / 1e6).toFixed(1)} MB`;
}

function list(paths: readonly string[]): string {
  const shown = paths.slice(0, 3).join(', ');
  return paths.length > 3 ? `${shown} and ${paths.length - 3} more are` : `${shown} ${paths.length > 1 ? 'are' : 'is'}`;
}
