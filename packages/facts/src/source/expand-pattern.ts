import type { FileSystem } from '../kernel/file-system.ts';
import { joinPath } from '../kernel/path.ts';
import { isPattern, segmentMatcher, splitSegments } from './path-match.ts';

/** As many names are compared for one pattern. */
const MOST_NAMES = 20_000;

export interface Expanded {
  /** Relative to the folder. */
  readonly paths: readonly string[];
  /** False where there was too much to look at. */
  readonly complete: boolean;
}

/** What a pattern of COPY matches below a folder, by Go's filepath.Match; only folders on the way are listed. */
export function expandPattern(fs: FileSystem, directory: string, pattern: string): Expanded {
  let found = ['.'];
  let left = MOST_NAMES;
  for (const segment of splitSegments(pattern)) {
    const next: string[] = [];
    if (!isPattern(segment)) {
      const name = segment.replace(/\\(.)/g, '$1');
      for (const folder of found) {
        const path = joinPath(folder, name);
        if (fs.kind(joinPath(directory, path)) !== undefined) next.push(path);
      }
    } else {
      const matches = segmentMatcher(segment);
      for (const folder of found) {
        const names = matches ? fs.list(joinPath(directory, folder)) : [];
        left -= names.length;
        if (left < 0) return { paths: [], complete: false };
        for (const name of names) if (matches!(name)) next.push(joinPath(folder, name));
      }
    }
    found = next;
  }
  return { paths: found, complete: true };
}
