import { joinPath, relativeTo } from '@dockwarden-internal/facts';
import type { App } from '../../model/app.ts';
import type { BaseKind, SetupOptions } from '../../model/setup-options.ts';
import type { PythonApp } from './python-app.ts';
import type { PythonStart } from './start.ts';

/** What the stages of one Dockerfile are written from. */
export interface PythonBuild {
  readonly app: App;
  readonly python: PythonApp;
  readonly start: PythonStart;
  readonly options: SetupOptions;
  readonly base: BaseKind;
  readonly port?: number;
  /** Absent where no route is known. */
  readonly healthPath?: string;
}

/** Folder of the app in every image. */
export const HOME = '/app';

/** The virtual environment: outside of the app's folder, so that no mount hides it, and at one path in all stages, since its scripts name it. */
export const ENVIRONMENT = '/venv';

/** A path of the workspace, from the build context. */
export function inContext({ app, python }: PythonBuild, path: string): string {
  return python.packages.context === 'workspace' ? path : (relativeTo(app.project.root, path) ?? path);
}

/** Where a path of the workspace lies while packages are installed: as it does in the workspace, so that paths between projects fit. */
export function whileInstalling(build: PythonBuild, path: string): string {
  return build.python.packages.context === 'workspace'
    ? joinPath('/workspace', path)
    : joinPath(HOME, inContext(build, path));
}

/** Folders that modules are imported from and Python does not look into by itself. */
export function importPath({ app, python }: PythonBuild): string | undefined {
  const below = relativeTo(app.project.root, python.entry.from);
  return below === undefined || below === '.' ? undefined : joinPath(HOME, below);
}
