/** What an image's container needs, for Compose files, dev containers and whoever runs it. */
export interface Service {
  /** Port that it listens on; absent for what serves nothing. */
  readonly port?: number;
  /** Path of the health route: `/health`. */
  readonly healthPath?: string;
  /** Command of a health check, in exec form, that works in the final image; absent where the image's own HEALTHCHECK says it, or none can. */
  readonly probe?: readonly string[];
  /** `uid:gid` that the final image runs as. */
  readonly user: string;
  /** Folders that it must be able to write, which a read-only root file system gives as tmpfs: `/tmp`. */
  readonly writable: readonly string[];
  /** Environment that it cannot do without in production: `NODE_ENV` is the image's own and does not stand here. */
  readonly environment: Readonly<Record<string, string>>;
  /** How it is worked on; absent where there is no stage for it. */
  readonly development?: Development;
}

export interface Development {
  /** Stage of the Dockerfile. */
  readonly stage: string;
  /** Folders of sources, from the build context, that are mounted over the stage's own: `{ from: 'src', to: '/app/src' }`. */
  readonly mounts: readonly { readonly from: string; readonly to: string }[];
  /** Folders of the stage that a mount would hide and a volume keeps: `/app/node_modules`. */
  readonly kept: readonly string[];
  /** Command with live reload, in exec form. */
  readonly command: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  /**
   * Command of a health check, in exec form, that works in the stage; absent where the stage has a HEALTHCHECK, or that of the final image works
   * in it, too, as one by a program on the path does.
   */
  readonly probe?: readonly string[];
  /** Port that it listens on there; that of the final image unless said. */
  readonly port?: number;
  /** Port of the debugger. */
  readonly debugPort?: number;
  /** Folder that sources lie in: `/app`. */
  readonly workdir: string;
  /** Name of the user of the stage, for dev containers: `node`. */
  readonly user: string;
  /** Extensions of an editor that fit: `dbaeumer.vscode-eslint`. */
  readonly extensions: readonly string[];
}
