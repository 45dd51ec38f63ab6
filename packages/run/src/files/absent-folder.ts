import type { Diagnostic } from '@dockwarden-internal/syntax';

/** A run that was started in a folder that is gone. */
export function absentFolder(cwd: string): Diagnostic {
  return { code: 'files/absent', message: `${cwd} is not there`, path: cwd, exit: 3 };
}
