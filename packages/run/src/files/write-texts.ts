import { chmodSync, readFileSync, realpathSync, renameSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '@dockwarden-internal/syntax';
import type { NodeFileSystem } from '@dockwarden-internal/workspace';
import type { ChangedFile } from '../lint-outcome.ts';

/**
 * Writes changed files beside themselves and renames, so that no half of one is ever there; modes are kept, links are
 * written through. A file that was changed meanwhile, or cannot be written, is left and named.
 */
export function writeTexts(fs: NodeFileSystem, files: readonly ChangedFile[]): Diagnostic[] {
  return files.flatMap((file) => {
    const fault = write(fs, file);
    return fault === undefined
      ? []
      : [
          {
            code: 'files/unwritable',
            message: `${file.path} cannot be written: ${fault}`,
            hint: 'Mend its permissions and run again.',
            path: file.path,
            exit: 3 as const,
          },
        ];
  });
}

function write(fs: NodeFileSystem, { path, before, after }: ChangedFile): string | undefined {
  const entry = fs.entry(path);
  if (entry !== 'file' && entry !== 'absent') return `it is ${entry}`;
  const place = entry === 'absent' ? join(fs.root, path) : realpathSync.native(join(fs.root, path));
  const beside = `${place}.${process.pid}.tmp`;
  try {
    if (entry === 'file' && readFileSync(place, 'utf8') !== before) return 'it was changed while it was looked at';
    const mode = entry === 'file' ? statSync(place).mode & 0o7777 : 0o644;
    writeFileSync(beside, after, { mode });
    chmodSync(beside, mode);
    renameSync(beside, place);
    return undefined;
  } catch (error) {
    try {
      unlinkSync(beside);
    } catch {
      // It was never made.
    }
    return (error as NodeJS.ErrnoException).code ?? String(error);
  }
}
