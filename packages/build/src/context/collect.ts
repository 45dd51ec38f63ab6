import { entryOf } from './entry-of.ts';
import type { Hiding } from './hiding.ts';
import { NOTHING_HIDDEN } from './hiding.ts';
import { below, parentOf } from './join-path.ts';
import { namesIn, type Selection } from './selection.ts';

/** Adds a path with the folders above it, and all that is kept below it. */
export function collect(selection: Selection, path: string, excludes: Hiding = NOTHING_HIDDEN): void {
  const { view } = selection;
  if (isWhole(selection, path)) return;
  addFoldersAbove(selection, path);
  const kind = view.kind(path);
  if (kind === undefined) return;
  if (kind !== 'folder') {
    add(selection, path, kind);
    return;
  }
  if (path !== '.') addFolder(selection, path);
  collectBelow(selection, path, '.', excludes);
  if (excludes === NOTHING_HIDDEN) selection.whole.add(path);
}

/** Adds a file or a link, without following it. */
export function collectOne(selection: Selection, path: string): void {
  addFoldersAbove(selection, path);
  const kind = selection.view.kind(path);
  if (kind && kind !== 'folder') add(selection, path, kind);
}

function isWhole({ whole }: Selection, path: string): boolean {
  if (whole.size === 0) return false;
  for (let folder = path; ; folder = parentOf(folder)) {
    if (whole.has(folder)) return true;
    if (folder === '.') return false;
  }
}

/** True where anything was found. `relative` is the folder as excludes see it. */
function collectBelow(selection: Selection, folder: string, relative: string, excludes: Hiding): boolean {
  const { view } = selection;
  const excluding = excludes !== NOTHING_HIDDEN;
  let found = false;
  for (const { name, kind } of namesIn(selection, folder)) {
    const path = below(folder, name);
    const asked = excluding ? below(relative, name) : path;
    const hidden = view.hiding.hides(path) || (excluding && excludes.hides(asked));
    if (hidden && kind !== 'folder') continue;
    if (hidden && !(view.hiding.mayKeepBelow(path) && excludes.mayKeepBelow(asked))) continue;
    if (name === '.git' && !selection.git) {
      selection.gitFolders.add(path);
      // The builder reads the folder itself in direct mode, and with it all that is there.
      if (selection.mode === 'staged') continue;
    }
    if (kind !== 'folder') add(selection, path, kind);
    else if (hidden) {
      if (!collectBelow(selection, path, asked, excludes)) continue;
      addFolder(selection, path);
    } else {
      addFolder(selection, path);
      collectBelow(selection, path, asked, excludes);
    }
    found = true;
  }
  return found;
}

export function addFoldersAbove(selection: Selection, path: string): void {
  if (path === '.') return;
  for (let folder = parentOf(path); folder !== '.'; folder = parentOf(folder)) {
    if (selection.entries.has(folder)) return;
    addFolder(selection, folder);
  }
}

export function addFolder(selection: Selection, path: string): void {
  if (!selection.entries.has(path)) selection.entries.set(path, entryOf(selection, path, 'folder')!);
}

function add(selection: Selection, path: string, kind: 'file' | 'link' | 'special'): void {
  if (kind === 'special') selection.special.add(path);
  if (kind === 'special' || selection.entries.has(path)) return;
  const entry = entryOf(selection, path, kind);
  if (entry) selection.entries.set(path, entry);
}
