import { oneLine } from '@dockwarden-internal/report';
import type { Io } from '../io.ts';

/** Prints what is worth a word beside the result, on standard error. */
export async function sayNotes(notes: readonly string[], io: Pick<Io, 'error'>): Promise<void> {
  for (const note of notes) await io.error(`note: ${oneLine(note)}\n`);
}
