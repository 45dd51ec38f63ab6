import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type FileNotes, takeNotes } from '@dockwarden-internal/run/lint-inputs/file-notes';
import { readPluginData, writePluginData } from './plugin-data.ts';

/** Notes on files, kept between commands; a file's entry counts as long as its bytes are the same. */
export interface NotesBook {
  /** Undefined where the file cannot be read. */
  notesOn(path: string, absolute: string): FileNotes | undefined;
  /** Writes the book where something is new in it, and drops files that this command did not ask for. */
  close(): void;
}

interface Entry {
  readonly key: string;
  readonly notes: FileNotes;
}

/** `version` is the product's: another version may take other notes. A book that cannot be read or written is only slower. */
export function openNotesBook(bookPath: string, version: string): NotesBook {
  const kept = readBook(bookPath, version);
  const used = new Map<string, Entry>();
  let stale = false;
  return {
    notesOn(path, absolute) {
      const text = readText(absolute);
      if (text === undefined) return undefined;
      const key = createHash('sha1').update(text).digest('base64');
      const known = kept.get(path);
      const entry = known?.key === key ? known : { key, notes: takeNotes(path, text) };
      stale ||= entry !== known;
      used.set(path, entry);
      return entry.notes;
    },
    close() {
      if (stale || used.size !== kept.size) writePluginData(bookPath, { version, files: Object.fromEntries(used) });
    },
  };
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function readBook(path: string, version: string): Map<string, Entry> {
  const book = readPluginData(path) as { version?: string; files?: Record<string, Entry> } | undefined;
  return book?.version === version ? new Map(Object.entries(book.files ?? {})) : new Map();
}
