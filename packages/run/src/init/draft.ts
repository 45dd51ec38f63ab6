import type { NodeFileSystem } from '@dockwarden-internal/workspace';
import { type FileChange, fileChange } from '../setup/file-changes.ts';

/** Texts as they are going to be, before anything is written. */
export interface Draft {
  /** A file as it is going to be. */
  readonly read: (path: string) => string | undefined;
  /** Undefined takes the file away. */
  readonly set: (path: string, text: string | undefined) => void;
  /** Names, such as those of scripts, that say something else in a file, and are left. */
  readonly leave: (path: string, names: readonly string[]) => void;
  readonly note: (...sentences: readonly string[]) => void;
  /** By path, sorted. */
  readonly texts: () => ReadonlyMap<string, string | undefined>;
  readonly left: readonly { readonly path: string; readonly names: readonly string[] }[];
  readonly notes: readonly string[];
}

export function draftOf(fs: Pick<NodeFileSystem, 'read'>): Draft {
  const texts = new Map<string, string | undefined>();
  const left: { path: string; names: readonly string[] }[] = [];
  const notes: string[] = [];
  return {
    read: (path) => (texts.has(path) ? texts.get(path) : fs.read(path)),
    set: (path, text) => void texts.set(path, text),
    leave: (path, names) => {
      if (names.length > 0) left.push({ path, names });
    },
    note: (...sentences) => void notes.push(...sentences),
    texts: () => new Map([...texts].sort(([one], [other]) => (one < other ? -1 : 1))),
    left,
    notes,
  };
}

/** What writing a draft would do; what says it already is not part of it. */
export function draftChanges(fs: Pick<NodeFileSystem, 'read'>, draft: Draft): FileChange[] {
  return [...draft.texts()].flatMap(([path, text]): FileChange[] => {
    const before = fs.read(path);
    if (text === undefined) return before === undefined ? [] : [{ path, state: 'removed', before, after: '' }];
    const change = fileChange(fs, { path, text, edited: true }, { force: false, adopt: false });
    return change.state === 'same' ? [] : [change];
  });
}
