import { decodeText, type Entry, type NodeFileSystem } from '@dockwarden-internal/workspace';
import { type ReadOutside, readOutside } from '../files/read-outside.ts';
import { digest } from './digest.ts';

/** One question that a run asked of the disk, and a digest of the answer. */
export type Question = readonly [ask: 'read' | 'kind' | 'list' | 'entry' | 'outside', path: string, answer: string];

/** The files that a run read, by path. */
export type Texts = ReadonlyMap<string, Uint8Array>;

export interface TracedFileSystem {
  readonly fs: NodeFileSystem;
  /** A configuration or package that lies elsewhere, by its absolute path. */
  readonly readOutside: ReadOutside;
  /** Everything that was asked, each question once. */
  readonly questions: () => readonly Question[];
  /** Files that are there, and whose text was asked for in vain. */
  readonly refused: () => readonly string[];
}

/** A disk that remembers what it was asked, the exact inputs of a run; of one whose result is not kept (`keep` is false) nothing. */
export function tracedFileSystem(disk: NodeFileSystem, keep: boolean): TracedFileSystem {
  const asked = new Map<string, Question>();
  const texts = new Map<string, string | undefined>();
  const refused: string[] = [];
  const note = (ask: Question[0], path: string, answer: () => string) => {
    if (!keep) return;
    const key = `${ask}\0${path}`;
    if (!asked.has(key)) asked.set(key, [ask, path, answer()]);
  };
  return {
    questions: () => [...asked.values()],
    refused: () => refused,
    readOutside: (path) => {
      const text = readOutside(path);
      note('outside', path, () => digestOf(text));
      return text;
    },
    fs: {
      root: disk.root,
      read: (path) => {
        if (!texts.has(path)) {
          const bytes = disk.readTextBytes(path);
          texts.set(path, bytes && decodeText(bytes));
          if (!bytes && isText(disk.entry(path))) refused.push(path);
          note('read', path, () => digestOf(bytes));
        }
        return texts.get(path);
      },
      readTextBytes: (path, into) => disk.readTextBytes(path, into),
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

function isText(entry: Entry): boolean {
  return entry === 'file' || entry === 'unreadable';
}

/** Without the questions that another answers: what was read is a file. */
export function withoutImplied(questions: readonly Question[]): Question[] {
  const read = new Set(questions.filter(([ask, , answer]) => ask === 'read' && answer !== '').map(([, path]) => path));
  return questions.filter(
    ([ask, path, answer]) => !((ask === 'kind' || ask === 'entry') && answer === 'file' && read.has(path)),
  );
}

/** Asks the same questions again, until one is answered otherwise. */
export function answersStand(disk: NodeFileSystem, questions: readonly Question[]): boolean {
  // One place for all: a run asks for thousands of files, one after the other.
  const room = new Uint8Array(READ_ROOM);
  return questions.every(([ask, path, before]) => answer(disk, ask, path, room) === before);
}

/** The texts that stood the questions; undefined where one is another by now. */
export function textsRead(disk: NodeFileSystem, questions: readonly Question[]): Texts | undefined {
  const texts = new Map<string, Uint8Array>();
  for (const [ask, path, before] of questions) {
    if (ask !== 'read' || before === '') continue;
    const bytes = disk.readTextBytes(path);
    if (!bytes || digestOf(bytes) !== before) return undefined;
    texts.set(path, bytes);
  }
  return texts;
}

/** Bytes; a longer file is read into room of its own. */
const READ_ROOM = 1 << 18;

function answer(disk: NodeFileSystem, ask: Question[0], path: string, room: Uint8Array): string {
  switch (ask) {
    case 'read':
      return digestOf(disk.readTextBytes(path, room));
    case 'outside':
      return digestOf(readOutside(path));
    case 'kind':
      return disk.kind(path) ?? '';
    case 'entry':
      return disk.entry(path);
    case 'list':
      return digest(disk.list(path).join('\0'));
  }
}

function digestOf(content: string | Uint8Array | undefined): string {
  return content === undefined ? '' : digest(content);
}
