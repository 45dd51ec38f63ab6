import type { App } from '../model/app.ts';
import type { Service } from '../model/service.ts';

/** What a dev container is written for. */
export interface DevContainerRequest {
  readonly app: App;
  readonly service: Service;
  readonly image: {
    /** Path of the Dockerfile from the workspace's root. */
    readonly dockerfile: string;
    readonly context: 'project' | 'workspace';
  };
  /** The project's Compose files, from the root, and the app's service in them; absent where the stage is built alone. */
  readonly compose?: { readonly files: readonly string[]; readonly service: string };
  /** Texts of files by their path from the root, instead of those in the workspace. */
  readonly existing?: Readonly<Record<string, string>>;
}
