import type { FileChange } from './file-changes.ts';

const WORDS: Readonly<Record<FileChange['state'], string>> = {
  new: 'new',
  same: 'unchanged',
  edited: 'edited',
  replaced: 'replaced',
  differs: 'differs',
  kept: 'kept',
  removed: 'removed',
};

/** A change as a line of a list: `  new        apps/api/Dockerfile`. */
export function changeLine({ path, state }: FileChange, pathOf: (path: string) => string): string {
  return `  ${WORDS[state].padEnd(9)}  ${pathOf(path)}\n`;
}
