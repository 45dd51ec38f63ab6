import { joinPath } from '@dockwarden-internal/facts';
import type { App } from '../../model/app.ts';

/** Stands in the first line of what we write, so that a second run knows it. */
export const WRITTEN_BY = 'Written by dockwarden setup --health-endpoint; it is yours to change.';

/** True for a file that we wrote, whatever became of the rest of it. */
export function isOurs(app: App, path: string): boolean {
  return app.fs.read(path)?.split('\n', 1)[0]?.includes(WRITTEN_BY) ?? false;
}

/** Path of the first of the names that a module of ours can have in a folder: it is ours already, or there is none. */
export function modulePath(app: App, folder: string, names: readonly string[]): string | undefined {
  const paths = names.map((name) => joinPath(folder, name));
  return paths.find((path) => isOurs(app, path)) ?? paths.find((path) => app.fs.kind(path) === undefined);
}
