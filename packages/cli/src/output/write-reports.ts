import { resolve } from 'node:path';
import { reasonOf } from '@dockwarden-internal/run/files/reason-of';
import type { Pieces } from '@dockwarden-internal/run/files/write-pieces';
import { writeReportFile } from '@dockwarden-internal/run/files/write-report-file';
import type { Io } from '../io.ts';
import type { Output } from './formats.ts';

/** Writes each report where it is to go; a sentence where a file cannot be written. */
export async function writeReports(
  reports: readonly { readonly output: Output<string>; readonly text: Pieces }[],
  io: Io,
): Promise<string | undefined> {
  for (const { output, text } of reports) {
    if (output.file === undefined) {
      for (const piece of text) await io.out(piece);
    } else {
      const fault = writeReport(resolve(io.cwd, output.file), text);
      if (fault) return `${output.file} cannot be written: ${fault}`;
    }
  }
  return undefined;
}

/** Why the file cannot be written; undefined where it is. */
function writeReport(path: string, text: Pieces): string | undefined {
  try {
    writeReportFile(path, text);
    return undefined;
  } catch (error) {
    return reasonOf(error);
  }
}
