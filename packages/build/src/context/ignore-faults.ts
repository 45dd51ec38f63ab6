import { join } from 'node:path';
import type { Diagnostic } from '@dockwarden-internal/syntax';
import type { ContextInputs } from '../model/image-inputs.ts';
import type { Disk } from './disk.ts';

/** What a build fails on in the ignore file; nothing can be told of a context until it is mended. */
export function ignoreFaults(root: string, { ignoreFile }: ContextInputs, disk: Disk): Diagnostic[] {
  if (ignoreFile === undefined) return [];
  const rules = disk.ignoreRules(join(root, ignoreFile), ignoreFile);
  if (!rules) {
    return [{ code: 'build/ignore-file', message: 'The ignore file cannot be read.', path: ignoreFile, exit: 3 }];
  }
  const { faults, source } = rules.tree;
  return faults.map(({ code, message, span }) => ({
    code,
    message,
    path: ignoreFile,
    place: { source, span },
    exit: 2,
  }));
}
