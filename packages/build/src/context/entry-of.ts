import type { ContextEntry } from '../model/context-entry.ts';
import { fileStamp } from './file-stamp.ts';
import type { Selection } from './selection.ts';

/** The entry of a path, the same object for all images that read it in one run; undefined where it is gone. */
export function entryOf(selection: Selection, path: string, type: ContextEntry['type']): ContextEntry | undefined {
  const { view, mode } = selection;
  const absolute = view.absolute(path);
  const known = view.disk.entries[mode].get(absolute);
  if (known?.path === path && known.type === type) return known;
  const made = makeEntry(selection, { path, type, absolute });
  // Another context may hold the same file under another path.
  if (made && !known) view.disk.entries[mode].set(absolute, made);
  return made;
}

function makeEntry(
  { view, mode, executable }: Selection,
  { path, type, absolute }: Pick<ContextEntry, 'path' | 'type' | 'absolute'>,
): ContextEntry | undefined {
  if (type === 'link') {
    const target = view.disk.readLink(absolute);
    return target === undefined ? undefined : { path, type, mode: 0o777, size: 0, target, absolute };
  }
  if (type === 'folder' && mode === 'staged') return { path, type, mode: 0o755, size: 0, absolute };
  const stat = view.disk.stat(absolute);
  if (!stat) return type === 'folder' ? { path, type, mode: 0, size: 0, absolute } : undefined;
  const bits = Number(stat.mode) & 0o7777;
  if (type === 'folder') return { path, type, mode: bits, size: 0, absolute };
  const isExecutable = executable?.(path) ?? (bits & 0o100) !== 0;
  const staged = isExecutable ? 0o755 : 0o644;
  const size = Number(stat.size);
  return { path, type, mode: mode === 'direct' ? bits : staged, size, absolute, stamp: fileStamp(stat) };
}
