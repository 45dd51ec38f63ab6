import type { ContextEntry } from '../model/context-entry.ts';
import type { InputSource } from '../model/image-inputs.ts';
import type { DiskName } from './disk.ts';
import { below } from './join-path.ts';
import type { View } from './view.ts';

/** What is selected of one context; a path is there once, whatever names it. */
export interface Selection {
  readonly view: View;
  readonly mode: 'staged' | 'direct';
  readonly git: boolean;
  readonly entries: Map<string, ContextEntry>;
  /** Folders of which all is selected. */
  readonly whole: Set<string>;
  /** Folders in which patterns look and find nothing, each with one of these sources. */
  readonly awaited: Map<string, InputSource>;
  /** Sockets, pipes and devices. */
  readonly special: Set<string>;
  readonly gitFolders: Set<string>;
  /** By absolute path: what is left out of every copy unless a source names it. */
  readonly isOwnOutput: (absolute: string) => boolean;
  /** Folders that may not be listed, and names that are not UTF-8. */
  readonly unreadable: Set<string>;
  readonly oddNames: Set<string>;
  /** Whether the owner may execute a file, where the disk does not tell. */
  readonly executable?: (path: string) => boolean | undefined;
}

/** What a folder that is read whole holds; what stands in the way of reading it is kept. */
export function namesIn(
  { view, mode, unreadable, oddNames, isOwnOutput }: Selection,
  folder: string,
): readonly DiskName[] {
  const absolute = view.absolute(folder);
  const names = view.disk.list(absolute);
  if (names === 'unreadable') unreadable.add(folder);
  for (const name of view.disk.oddNames(absolute)) {
    if (!view.hiding.hides(below(folder, name))) oddNames.add(below(folder, name));
  }
  if (typeof names !== 'object') return [];
  return mode === 'staged' ? names.filter(({ name }) => !isOwnOutput(`${absolute}/${name}`)) : names;
}
