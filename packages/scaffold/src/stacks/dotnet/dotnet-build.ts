import { folderOf, joinPath, relativeTo } from '@dockwarden-internal/facts';
import type { App } from '../../model/app.ts';
import type { BaseKind, SetupOptions } from '../../model/setup-options.ts';
import type { DotnetApp } from './dotnet-app.ts';

/** What the stages of one Dockerfile are written from. */
export interface DotnetBuild {
  readonly app: App;
  readonly dotnet: DotnetApp;
  readonly options: SetupOptions;
  readonly base: BaseKind;
  readonly port?: number;
  /** Absent where no route is known. */
  readonly healthPath?: string;
}

/** Folder of the sources in stages that build. */
export const SOURCE = '/src';

/** Id of the user `app` of the images since .NET 8. Source: .NET container images, APP_UID. */
export const APP_USER = 1654;

/** A path of the workspace, from the build context. */
export function inContext({ app, dotnet }: DotnetBuild, path: string): string {
  return dotnet.layout.context === 'workspace' ? path : (relativeTo(app.project.root, path) ?? path);
}

/** The program's project file, from the build context. */
export function programPath(build: DotnetBuild): string {
  return inContext(build, build.dotnet.layout.program);
}

/** Folder of the program in stages that build. */
export function programFolder(build: DotnetBuild): string {
  return joinPath(SOURCE, folderOf(programPath(build)));
}
