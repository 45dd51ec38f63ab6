import type { Diagnostic } from '@dockwarden-internal/syntax';
import type { ContextEntry } from '../model/context-entry.ts';
import type { ContextInputs } from '../model/image-inputs.ts';
import { addFolder, addFoldersAbove } from './collect.ts';
import { contextNotes } from './context-notes.ts';
import { type Disk, openDisk } from './disk.ts';
import { ignoreFaults } from './ignore-faults.ts';
import { ownOutputs } from './own-outputs.ts';
import { sortedByPath } from './path-order.ts';
import { selectSource } from './select-source.ts';
import type { Selection } from './selection.ts';
import { nothingMatches, oddName, unreadable } from './source-faults.ts';
import { openView } from './view.ts';

export interface ContextRequest {
  /** Absolute path of the workspace. */
  readonly root: string;
  readonly inputs: ContextInputs;
  /** `staged`: modes as a copy has them, without what no copy can hold; `direct`: as the builder finds them. */
  readonly mode: 'staged' | 'direct';
  /** Whether `.git` is handed to the build. */
  readonly git: boolean;
  /** What was seen before in this run; images that share folders share the looking. */
  readonly disk?: Disk;
  /** What git's index knows: asked where a source is absent, and for the executable bit where the disk has none (`fileModes: false`). */
  readonly index?: GitIndex;
}

export interface GitIndex {
  /** Of a path from the root: its mode, or undefined where the index has neither it nor anything below it. */
  modeOf(path: string): 'file' | 'executable' | 'folder' | undefined;
  /** `core.fileMode`. */
  readonly fileModes: boolean;
}

export interface ContextReading {
  /** Sorted by the bytes of their paths; folders above each entry are entries. */
  readonly entries: readonly ContextEntry[];
  /** What was left out, and a context that is large. */
  readonly notes: readonly string[];
  /** What the build would fail on. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * What a builder gets of one context, and what its instructions can read of it: walked on the disk as it is, whatever git thinks of the
 * files. Links are entries of their own; one that a source names, or passes through, comes with its target.
 * Source: BuildKit's local source and COPY, tried with Docker 28.5; docs/decisions/0013-digests-of-files.md.
 */
export function readContext({ root, inputs, mode, git, disk = openDisk(), index }: ContextRequest): ContextReading {
  const view = openView(root, inputs, disk);
  const fromRoot = (path: string) => (inputs.directory === '.' ? path : `${inputs.directory}/${path}`);
  const selection: Selection = {
    view,
    mode,
    git,
    entries: new Map(),
    whole: new Set(),
    awaited: new Map(),
    special: new Set(),
    gitFolders: new Set(),
    isOwnOutput: ownOutputs(root, disk),
    unreadable: new Set(),
    oddNames: new Set(),
    ...(index?.fileModes === false && { executable: (path) => isExecutable(index.modeOf(fromRoot(path))) }),
  };
  const diagnostics: Diagnostic[] = ignoreFaults(root, inputs, disk);
  if (diagnostics.length === 0) {
    // The widest first: what it holds is not walked again.
    const sources = [...inputs.sources].sort((a, b) => Number(b.path === '.') - Number(a.path === '.'));
    for (const source of sources) diagnostics.push(...selectSource(selection, inputs, source, index));
    diagnostics.push(...addAwaited(selection));
    diagnostics.push(...[...selection.unreadable].map((path) => unreadable(fromRoot(path))));
    diagnostics.push(...[...selection.oddNames].map((path) => oddName(fromRoot(path))));
  }
  const entries = sortedByPath(selection.entries.values());
  return { entries, notes: contextNotes(root, selection, inputs, entries), diagnostics };
}

/**
 * The builder fails on a pattern whose folder it did not get because nothing in it was read, unless an earlier result is in its cache.
 * A staged copy has the folder, so that it never does. Tried with Docker 28.5.
 */
function addAwaited(selection: Selection): Diagnostic[] {
  const absent = [...selection.awaited].filter(([folder]) => !selection.entries.has(folder));
  if (selection.mode === 'direct') return absent.map(([folder, source]) => nothingMatches(source, folder));
  for (const [folder] of absent) {
    addFoldersAbove(selection, folder);
    addFolder(selection, folder);
  }
  return [];
}

function isExecutable(mode: ReturnType<GitIndex['modeOf']>): boolean | undefined {
  return mode === undefined ? undefined : mode === 'executable';
}
