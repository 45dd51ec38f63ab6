import type { Place, YamlTree } from '@dockwarden-internal/syntax';
import type { FileSystem } from '../../kernel/file-system.ts';
import { MAX_FILES, MAX_VALUES } from '../bounds.ts';
import type { ComposeFaults } from '../faults.ts';
import type { Located } from '../located.ts';
import type { Variables } from '../variables/expand.ts';

/** Where Compose files come from. `tree` reads and parses a file once however often it is asked; undefined where there is none. */
export interface ComposeFiles {
  readonly fileSystem: FileSystem;
  tree(path: string): YamlTree | undefined;
}

/** What `include` or `extends` names, and lies out of the root. */
export interface OutsideFile {
  readonly text: string;
  readonly place: Place;
}

/** What one load of one model shares: its faults, the files it read, and what is left of its bounds. */
export interface Session {
  readonly files: ComposeFiles;
  readonly faults: ComposeFaults;
  readonly unset: Variables['unset'];
  /** Every path that was read or looked for: a change in one of them may change the model. */
  readonly reads: Set<string>;
  /** The files that were loaded, each with the services that it was loaded for; `all` where the whole of it counts. */
  readonly loaded: Map<string, Set<string> | 'all'>;
  /** Names of files out of the root. */
  readonly outside: OutsideFile[];
  /** True once something that belongs to the model could not be read. */
  open: boolean;
  valuesLeft: number;
}

export function newSession(files: ComposeFiles, faults: ComposeFaults, unset: Variables['unset']): Session {
  return {
    files,
    faults,
    unset,
    reads: new Set(),
    loaded: new Map(),
    outside: [],
    open: false,
    valuesLeft: MAX_VALUES,
  };
}

/** A file's tree, counted and noted. */
export function readTree(session: Session, path: string): YamlTree | undefined {
  if (!session.reads.has(path) && session.reads.size >= MAX_FILES) {
    session.open = true;
    return undefined;
  }
  session.reads.add(path);
  return session.files.tree(path);
}

/** Counts the values of a copy; false, the model being open then, where they are too many. */
export function spendOn(session: Session, value: Located): boolean {
  session.valuesLeft -= sizeOf(value, session.valuesLeft);
  if (session.valuesLeft > 0) return true;
  session.open = true;
  return false;
}

function sizeOf(value: Located, limit: number): number {
  if (value.kind === 'scalar' || limit <= 0) return 1;
  let size = 1;
  const children = value.kind === 'list' ? value.items : Array.from(value.entries.values(), (entry) => entry.value);
  for (const child of children) {
    size += sizeOf(child, limit - size);
    if (size > limit) break;
  }
  return size;
}
