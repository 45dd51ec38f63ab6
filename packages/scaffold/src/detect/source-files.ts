import type { FileSystem } from '@dockwarden-internal/facts';

/** A file of sources: path from the workspace's root. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

export interface SourceSearch {
  /** Endings with their dot: `.py`. */
  readonly endings: readonly string[];
  /** Names of folders that are not looked into, beside those that no app's sources lie in. */
  readonly without?: readonly string[];
}

/** Hidden folders are left out as well. */
const WITHOUT_SOURCES: ReadonlySet<string> = new Set([
  'node_modules',
  'vendor',
  'venv',
  'env',
  'site-packages',
  '__pycache__',
  'dist',
  'build',
  'target',
  'bin',
  'obj',
  'out',
  'test',
  'tests',
  '__tests__',
  'testdata',
  'docs',
]);

/** What is read of one project at most, so that looking at a large one stays cheap. */
export const SOURCE_BOUNDS = { depth: 8, folders: 500, files: 400, length: 400_000 } as const;

/** The sources below a folder, the nearest to it first and then by name, within `SOURCE_BOUNDS`. */
export function sourceFiles(fs: FileSystem, root: string, { endings, without = [] }: SourceSearch): SourceFile[] {
  const found: SourceFile[] = [];
  let level = [root];
  let folders = 0;
  for (let depth = 0; depth < SOURCE_BOUNDS.depth && level.length > 0; depth += 1) {
    const below: string[] = [];
    for (const folder of level) {
      folders += 1;
      if (folders > SOURCE_BOUNDS.folders) return found;
      for (const name of fs.list(folder)) {
        const path = folder === '.' ? name : `${folder}/${name}`;
        const kind = fs.kind(path);
        if (kind === 'directory') {
          if (!name.startsWith('.') && !WITHOUT_SOURCES.has(name) && !without.includes(name)) below.push(path);
        } else if (kind === 'file' && endings.some((ending) => name.endsWith(ending))) {
          const text = fs.read(path);
          if (text !== undefined && text.length <= SOURCE_BOUNDS.length) found.push({ path, text });
          if (found.length >= SOURCE_BOUNDS.files) return found;
        }
      }
    }
    level = below;
  }
  return found;
}
