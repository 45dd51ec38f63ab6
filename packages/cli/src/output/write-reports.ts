import { closeSync, mkdirSync, openSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Io } from '../io.ts';
import type { Output } from './formats.ts';

/** The text of a report, or its UTF-8, piece by piece. */
type Pieces = readonly (string | Uint8Array)[];

/** Writes each report where it is to go; a sentence where a file cannot be written. */
export async function writeReports(
  reports: readonly { readonly output: Output<string>; readonly text: Pieces }[],
  io: Io,
): Promise<string | undefined> {
  for (const { output, text } of reports) {
    if (output.file === undefined) {
      for (const piece of text) await io.out(piece);
    } else {
      const fault = writeBeside(resolve(io.cwd, output.file), text);
      if (fault) return `${output.file} cannot be written: ${fault}`;
    }
  }
  return undefined;
}

/** Writes beside the file and renames, so that no half of it is ever there. */
function writeBeside(path: string, text: Pieces): string | undefined {
  const beside = `${path}.${process.pid}.tmp`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    const file = openSync(beside, 'w');
    try {
      for (const piece of text) writeFileSync(file, piece);
    } finally {
      closeSync(file);
    }
    renameSync(beside, path);
    return undefined;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? String(error);
  }
}
