import { lstatSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const PREFIX = 'dockwarden-build-';

/**
 * Makes a folder for one run below `parent` (the system's folder for temporary files), which nobody else may enter, and clears those
 * that runs left which ended without a chance to do so themselves.
 */
export function makeStaging(parent: string): string {
  clearLeftovers(parent);
  return mkdtempSync(join(parent, `${PREFIX}${process.pid}-`));
}

/** Removes what a run staged; folders of the copy may lack permissions, which is no reason to leave them. */
export function removeStaged(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}

function clearLeftovers(parent: string): void {
  for (const name of readdirSync(parent)) {
    const pid = Number(/^dockwarden-build-(\d+)-[A-Za-z0-9]+$/.exec(name)?.[1]);
    if (!pid || isAlive(pid)) continue;
    const folder = join(parent, name);
    try {
      const { uid } = lstatSync(folder);
      if (process.getuid === undefined || uid === process.getuid()) removeStaged(folder);
    } catch {
      // Another run clears at the same time, or it is not ours to clear.
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
