import type { BakeEvent } from '@dockwarden-internal/build';
import type { ImageSettings, ImageTargetOptions } from '@dockwarden-internal/policy';

/** What `dockwarden build`, `push` and their Nx executors can be asked for. */
export interface BuildOptions {
  /** Absolute. */
  readonly cwd: string;
  /** Names of images; empty: all. */
  readonly images?: readonly string[];
  /** Names of projects whose images are meant. */
  readonly projects?: readonly string[];
  readonly config?: string;
  /** What goes before the configuration, for every image of the run. */
  readonly settings?: ImageSettings;
  /** What projects say of their own images, by project: the options of their `docker-build` target; read from their files unless given. */
  readonly projectSettings?: ReadonlyMap<string, ImageTargetOptions>;
  /** Stages that are built instead of the images' own, by image. */
  readonly stages?: ReadonlyMap<string, string>;
  /** Only what changed between these; `base` is found where it is not given. */
  readonly affected?: { readonly base?: string; readonly head?: string };
  readonly dryRun?: boolean;
  /** Renews bases, packages and downloads once, as a new `build.refresh` date would. */
  readonly refresh?: boolean;
  /** Builds although the image is there, and without the builder's cache. */
  readonly force?: boolean;
  /** False: builds although the image is there, from the builder's cache as far as that goes. */
  readonly lookup?: boolean;
  readonly push?: boolean;
  /** Where the image goes beside the engine or registry. */
  readonly output?: ImageOutput;
  /** Generated inputs are taken as they are, although nothing made them in this run. */
  readonly trustGenerated?: boolean;
  /** A registry that does not answer is an error instead of a note. */
  readonly requireLookup?: boolean;
  /** File that a summary in Markdown is appended to; from `cwd`. */
  readonly summary?: string;
  readonly surroundings: Surroundings;
  readonly signal?: AbortSignal;
  readonly onEvent?: (event: BuildEvent) => void;
}

/** A file or folder that images are written to instead of being loaded: an OCI archive, the files of the last stage, or a tar of them. */
export interface ImageOutput {
  readonly type: 'oci' | 'local' | 'tar';
  /** Folder, from the root; each image gets a file or folder of its own in it. */
  readonly folder: string;
}

/** What of the process a build may know; handed in, since only the top layer looks at it. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: Date;
  /** True in CI, by its usual variables. */
  readonly ci: boolean;
  /** The user's cache folder. */
  readonly cacheFolder?: string;
}

/** What happens while images are built, for progress. */
export type BuildEvent =
  | BakeEvent
  | { readonly kind: 'preparing'; readonly command: string }
  | { readonly kind: 'prepare line'; readonly line: string }
  | { readonly kind: 'planned'; readonly images: readonly string[]; readonly toBuild: readonly string[] }
  | { readonly kind: 'finished'; readonly image: string; readonly status: ImageStatus };

export type ImageStatus = 'present' | 'built' | 'failed' | 'skipped' | 'missing';
