import { createHash } from 'node:crypto';
import type { NodeFileSystem } from '@dockwarden-internal/workspace';
import { type ReadOutside, readOutside } from '../files/read-outside.ts';

/** One question that a run asked of the disk, and a digest of the answer. */
export type Question = readonly [ask: 'read' | 'kind' | 'list' | 'entry' | 'outside', path: string, answer: string];

export interface TracedFileSystem {
  readonly fs: NodeFileSystem;
  /** A configuration or package that lies elsewhere, by its absolute path. */
  readonly readOutside: ReadOutside;
  /** Everything that was asked, each question once. */
  readonly questions: () => readonly Question[];
}

/** A disk that remembers what it was asked: the exact inputs of a run. */
export function tracedFileSystem(disk: NodeFileSystem): TracedFileSystem {
  const asked = new Map<string, Question>();
  const texts = new Map<string, string | undefined>();
  const note = (ask: Question[0], path: string, answer: () => string) => {
    const key = `${ask}\0${path}`;
    if (!asked.has(key)) asked.set(key, [ask, path, answer()]);
  };
  return {
    questions: () => [...asked.values()],
    readOutside: (path) => {
      const text = readOutside(path);
      note('outside', path, () => digestText(text));
      return text;
    },
    fs: {
      root: disk.root,
      read: (path) => {
        if (!texts.has(path)) {
          const text = disk.read(path);
          texts.set(path, text);
          note('read', path, () => digestText(text));
        }
        return texts.get(path);
      },
      readBytes: (path) => disk.readBytes(path),
      kind: (path) => {
        const kind = disk.kind(path);
        note('kind', path, () => kind ?? '');
        return kind;
      },
      entry: (path) => {
        const entry = disk.entry(path);
        note('entry', path, () => entry);
        return entry;
      },
      list: (path) => {
        const names = disk.list(path);
        note('list', path, () => digest(names.join('\0')));
        return names;
      },
    },
  };
}

/** Asks the same questions again; texts that were read come back, so that a report can be shown without a second read. */
export function answersStand(
  disk: NodeFileSystem,
  questions: readonly Question[],
): ReadonlyMap<string, string> | undefined {
  const texts = new Map<string, string>();
  for (const [ask, path, before] of questions) {
    if (ask === 'read') {
      const text = disk.read(path);
      if (digestText(text) !== before) return undefined;
      if (text !== undefined) texts.set(path, text);
    } else if (ask === 'outside') {
      if (digestText(readOutside(path)) !== before) return undefined;
    } else if (answer(disk, ask, path) !== before) return undefined;
  }
  return texts;
}

function answer(disk: NodeFileSystem, ask: 'kind' | 'list' | 'entry', path: string): string {
  switch (ask) {
    case 'kind':
      return disk.kind(path) ?? '';
    case 'entry':
      return disk.entry(path);
    case 'list':
      return digest(disk.list(path).join('\0'));
  }
}

function digestText(text: string | undefined): string {
  return text === undefined ? '' : digest(text);
}

export function digest(text: string): string {
  return createHash('sha1').update(text).digest('base64');
}
