import { accessSync, constants, existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '@dockwarden-internal/syntax';
import type { NodeFileSystem } from '@dockwarden-internal/workspace';
import type { ChangedFile } from '../lint-outcome.ts';
import { reasonOf } from './reason-of.ts';
import { writePieces } from './write-pieces.ts';

/**
 * Writes changed files beside themselves and renames, so that no half of one is ever there; modes are kept, links are
 * written through. A file that was changed meanwhile, or cannot be written, is left and named.
 */
export function writeTexts(fs: NodeFileSystem, files: readonly ChangedFile[]): Diagnostic[] {
  return files.flatMap((file) => {
    const fault = write(fs, file);
    if (!fault) return [];
    const message = `${file.path} is not written: ${fault.reason}`;
    return [{ code: 'files/unwritable', message, hint: fault.remedy, path: file.path, exit: 3 as const }];
  });
}

interface Fault {
  readonly reason: string;
  readonly remedy: string;
}

const permissions = 'Mend that and run again.';
const changed: Fault = { reason: 'it was changed while it was looked at', remedy: 'Run again.' };

function write(fs: NodeFileSystem, { path, before, after }: ChangedFile): Fault | undefined {
  const entry = fs.entry(path);
  if (entry === 'outside') return { reason: 'it is a link out of the root', remedy: 'Link within the root.' };
  if (entry !== 'file' && entry !== 'absent') return { reason: `it is ${entry}`, remedy: permissions };
  const named = join(fs.root, path);
  try {
    if (entry === 'absent') return existsSync(named) ? changed : replace(named, after);
    const place = realpathSync.native(named);
    const bytes = readFileSync(place);
    const text = bytes.toString('utf8');
    // What is no UTF-8 was read as a replacement character, and would be written as one.
    if (!bytes.equals(Buffer.from(text)))
      return { reason: 'it is not in UTF-8', remedy: 'Save it as UTF-8 and run again.' };
    if (text !== before) return changed;
    accessSync(place, constants.W_OK);
    return replace(place, after, statSync(place).mode & 0o7777);
  } catch (error) {
    return { reason: reasonOf(error), remedy: permissions };
  }
}

function replace(place: string, text: string, mode?: number): undefined {
  writePieces(place, [text], mode);
}
