import type { App } from '../model/app.ts';
import type { PlannedFile } from '../model/planned-file.ts';
import type { Service } from '../model/service.ts';

/** Helpers that can stand beside an app: a shipper of its log files, a reverse proxy with TLS. */
export const SIDECARS = ['logs', 'proxy'] as const;
export type Sidecar = (typeof SIDECARS)[number];

/** The image that Compose files run, and how it is built. */
export interface ComposeImage {
  /** Name without tag, as it is pushed: `ghcr.io/acme/api`. */
  readonly repository: string;
  /** Path of the Dockerfile from the workspace's root. */
  readonly dockerfile: string;
  /** Text of the Dockerfile where it is not written yet; read from the workspace unless given. */
  readonly text?: string;
  readonly context: 'project' | 'workspace';
}

export interface ComposeNetwork {
  /** Name of a network that exists already, as that of a proxy of the host: the app joins it. */
  readonly external?: string;
  /** Further names that the app is found by. */
  readonly aliases?: readonly string[];
}

/** What Compose files are written for. */
export interface ComposeRequest {
  readonly app: App;
  readonly service: Service;
  readonly image: ComposeImage;
  /** Databases, caches and brokers: names of `BACKING_SERVICES`. */
  readonly with: readonly string[];
  readonly sidecars: readonly Sidecar[];
  readonly network?: ComposeNetwork;
  /** Texts of files by their path from the root, instead of those in the workspace. */
  readonly existing?: Readonly<Record<string, string>>;
  /** A password for development, made anew for each name; one that says that it is none unless given. */
  readonly password?: (name: string) => string;
}

export interface ComposePlan {
  /** The app's service: one that was there keeps its name. */
  readonly service: string;
  /** Paths of the files that are run for development, in the order of merging; from the root. */
  readonly development: readonly string[];
  readonly files: readonly PlannedFile[];
  /** What somebody has to know or do. One sentence each. */
  readonly notes: readonly string[];
}
