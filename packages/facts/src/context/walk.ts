import type { FileSystem } from '../kernel/file-system.ts';
import { joinPath } from '../kernel/path.ts';

/** As many entries of a folder are looked at, all levels together; what needs more is not told. */
export const MOST_ENTRIES = 20_000;

/** Folders that hold so much, and so little of interest, that they are not entered. */
const NEVER_ENTERED: ReadonlySet<string> = new Set([
  '.git',
  'node_modules',
  '.venv',
  '.nx',
  '.turbo',
  '.yarn',
  '.pnpm-store',
]);

export interface Walked {
  /** Relative to the folder, folders included, in the order of their names. */
  readonly paths: readonly string[];
  /** False where there is more than was looked at. */
  readonly complete: boolean;
}

/** What lies below a folder. `enter` may keep the walk out of folders; those and the usual huge ones are listed, not entered. */
export function walk(fs: FileSystem, directory: string, enter: (folder: string) => boolean = () => true): Walked {
  const paths: string[] = [];
  const waiting = ['.'];
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    const folders: string[] = [];
    for (const name of fs.list(joinPath(directory, folder))) {
      if (paths.length >= MOST_ENTRIES) return { paths, complete: false };
      const path = joinPath(folder, name);
      paths.push(path);
      if (fs.kind(joinPath(directory, path)) !== 'directory') continue;
      if (!NEVER_ENTERED.has(name) && enter(path)) folders.push(path);
    }
    waiting.push(...folders.reverse());
  }
  return { paths, complete: true };
}
