import { joinPath, relativeTo } from '@dockwarden-internal/facts';
import type { App } from '../../model/app.ts';
import type { BaseKind, SetupOptions } from '../../model/setup-options.ts';
import type { RustApp } from './rust-app.ts';

/** What the stages of one Dockerfile are written from. */
export interface RustBuild {
  readonly app: App;
  readonly rust: RustApp;
  readonly options: SetupOptions;
  readonly base: BaseKind;
  readonly port?: number;
  /** Absent where no route is known. */
  readonly healthPath?: string;
}

/** Folder of the sources in stages that build. */
export const SOURCE = '/src';

export function inContext({ app, rust }: RustBuild, path: string): string {
  return rust.layout.context === 'workspace' ? path : (relativeTo(app.project.root, path) ?? path);
}

/** Folder that cargo runs in: where the lockfile lies. */
export function home(build: RustBuild): string {
  return build.rust.layout.member ? SOURCE : joinPath(SOURCE, inContext(build, build.app.project.root));
}

/** The app's package where cargo runs above it. */
export function packageOption({ rust: { layout } }: RustBuild): string {
  return layout.member ? ` --package ${layout.name}` : '';
}
