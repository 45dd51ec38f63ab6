import type { NodeProject } from '../project/layout.ts';
import { bunCommands } from './bun.ts';
import { npmCommands } from './npm.ts';
import { pnpmCommands } from './pnpm.ts';
import { yarnCommands } from './yarn.ts';

/** What an image does by its package manager. Paths are from the build context, and from `/app` in the image, which mirrors it. */
export interface ManagerCommands {
  /** Lines that bring the manager into the stage that all others build on. */
  readonly setup: readonly string[];
  /** Files beside the manifests that an install reads, the lockfile first. */
  readonly files: readonly string[];
  /** Folders that are copied whole for an install: patches. */
  readonly folders: readonly string[];
  /** Folder that packages are cached in. */
  readonly cache: string;
  /** One install at a time may use it: stages are built at once. */
  readonly exclusive?: boolean;
  /** Secret of a private registry: its id, and the file that the manager reads. */
  readonly secret: { readonly id: string; readonly target: string };
  /** Brings what the lockfile alone says, before any manifest is there. */
  readonly fetch?: string;
  /** Installs everything that building and testing take. */
  readonly install: string;
  /** Installs what the app runs with. `deploy`: into that folder, after the build, with the workspace's packages in it. */
  readonly production: { readonly command: string; readonly deploy?: string };
  /** Takes the packages of development away again. */
  readonly prune: string;
  /** Runs a script of the app or of a library in its folder. */
  script(name: string, folder: string, packageName: string | undefined): string;
  /** The manifests of every workspace package are needed, since the lockfile is held against all. */
  readonly wholeWorkspace: boolean;
}

/** `deploys`: the app is built in the image, so that a manager that can do so may put it together there. */
export function managerCommands(project: NodeProject, deploys = true): ManagerCommands {
  switch (project.manager.name) {
    case 'npm':
      return npmCommands(project);
    case 'pnpm':
      return pnpmCommands(project, deploys);
    case 'yarn':
      return yarnCommands(project);
    case 'bun':
      return bunCommands(project);
  }
}
