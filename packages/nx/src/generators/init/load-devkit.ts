export type Devkit = Pick<
  typeof import('@nx/devkit'),
  'addDependenciesToPackageJson' | 'formatFiles' | 'runTasksInSerial'
>;

/**
 * What of `@nx/devkit` Nx does not export itself; undefined where the workspace has no such package. All else is imported from
 * `nx/src/devkit-exports`, which `@nx/devkit` of every major hands on: for a peer that has to be there npm fetches the newest
 * `@nx/devkit`, which does not fit an older Nx, and refuses to install.
 */
export async function loadDevkit(): Promise<Devkit | undefined> {
  try {
    return await import('@nx/devkit');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'MODULE_NOT_FOUND') throw error;
    return undefined;
  }
}
