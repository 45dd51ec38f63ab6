import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Io } from '../io.ts';
import type { Output } from './formats.ts';

/** Writes each report where it is to go; a sentence where a file cannot be written. */
export async function writeReports(
  reports: readonly { readonly output: Output<string>; readonly text: string | Uint8Array }[],
  io: Io,
): Promise<string | undefined> {
  for (const { output, text } of reports) {
    if (output.file === undefined) await io.out(text);
    else {
      const fault = writeBeside(resolve(io.cwd, output.file), text);
      if (fault) return `${output.file} cannot be written: ${fault}`;
    }
  }
  return undefined;
}

/** Writes beside the file and renames, so that no half of it is ever there. */
function writeBeside(path: string, text: string | Uint8Array): string | undefined {
  const beside = `${path}.${process.pid}.tmp`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(beside, text);
    renameSync(beside, path);
    return undefined;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? String(error);
  }
}
