import type { FileSystem, ProjectModel, WorkspaceModel } from '@dockwarden-internal/facts';

/** A project that is to run in containers, and what can be read of it: paths are from the workspace's root, with `/` between segments. */
export interface App {
  readonly fs: FileSystem;
  readonly workspace: WorkspaceModel;
  readonly project: ProjectModel;
}

/** Path from the workspace's root of a file that is named from the project's folder. */
export function pathIn({ project }: App, name: string): string {
  return project.root === '.' ? name : `${project.root}/${name}`;
}

/** Text of a file of the project, or undefined where there is none. */
export function readIn(app: App, name: string): string | undefined {
  return app.fs.read(pathIn(app, name));
}
