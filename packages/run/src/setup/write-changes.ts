import { mkdirSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Diagnostic } from '@dockwarden-internal/syntax';
import type { NodeFileSystem } from '@dockwarden-internal/workspace';
import { reasonOf } from '../files/reason-of.ts';
import { writeTexts } from '../files/write-texts.ts';
import { type FileChange, writes } from './file-changes.ts';

/** Writes all files or none: where one cannot be written, what was written before it is as it was, and the fault is given. */
export function writeChanges(fs: NodeFileSystem, changes: readonly FileChange[]): Diagnostic | undefined {
  const done: FileChange[] = [];
  const folders: string[] = [];
  for (const change of changes.filter(writes)) {
    const fault = writeOne(fs, change, folders);
    if (fault) {
      for (const earlier of done.reverse()) undo(fs, earlier);
      for (const folder of folders.reverse()) removeEmpty(folder);
      return { ...fault, hint: `Nothing is written. ${fault.hint ?? ''}`.trim() };
    }
    done.push(change);
  }
  return undefined;
}

function writeOne(
  fs: NodeFileSystem,
  { path, state, before, after }: FileChange,
  folders: string[],
): Diagnostic | undefined {
  if (state === 'removed') return removeOne(fs, path);
  // Not behind a link that leads out of the root: writeTexts says so.
  if (fs.entry(path) !== 'outside') {
    try {
      const folder = dirname(join(fs.root, path));
      const made = mkdirSync(folder, { recursive: true });
      if (made !== undefined) folders.push(...between(made, folder));
    } catch (error) {
      const message = `${path} is not written: ${reasonOf(error)}`;
      return { code: 'files/unwritable', message, hint: 'Mend that and run again.', path, exit: 3 };
    }
  }
  return writeTexts(fs, [{ path, before: before ?? '', after }])[0];
}

function removeOne(fs: NodeFileSystem, path: string): Diagnostic | undefined {
  try {
    rmSync(join(fs.root, path));
    return undefined;
  } catch (error) {
    const message = `${path} is not removed: ${reasonOf(error)}`;
    return { code: 'files/unwritable', message, hint: 'Mend that and run again.', path, exit: 3 };
  }
}

/** The folders from the first that was made to the last, in that order. */
function between(first: string, last: string): string[] {
  const folders = [last];
  while (folders[0] !== first && dirname(folders[0]!) !== folders[0]) folders.unshift(dirname(folders[0]!));
  return folders;
}

function undo(fs: NodeFileSystem, { path, state, before, after }: FileChange): void {
  if (state === 'removed') writeTexts(fs, [{ path, before: '', after: before ?? '' }]);
  else if (before === undefined) rmSync(join(fs.root, path), { force: true });
  else writeTexts(fs, [{ path, before: after, after: before }]);
}

function removeEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // Somebody has put something there meanwhile.
  }
}
