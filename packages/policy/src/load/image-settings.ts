/** What `build:` of dockwarden.yaml says of every image, and `images.<name>` of one; the latter goes before the former key by key. */
export interface ImageSettings {
  /** Repository that tags are written to: `ghcr.io/acme/{image}`. */
  readonly repository?: string;
  /** Templates: `{version}`, `{branch}`, `{sha}`, `{sha:12}`, `{date}`, `{project}`, `{image}`. */
  readonly tags?: readonly string[];
  readonly args?: Readonly<Record<string, string | number | boolean>>;
  readonly contexts?: Readonly<Record<string, string>>;
  readonly platforms?: readonly string[];
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly secrets?: readonly SecretSettings[];
  readonly ssh?: readonly string[];
  readonly cacheFrom?: readonly string[];
  readonly cacheTo?: readonly string[];
  readonly provenance?: 'off' | 'min' | 'max';
  readonly sbom?: boolean;
  readonly builder?: string;
  readonly reproducible?: boolean;
  readonly revision?: 'inputs' | 'head';
  readonly created?: 'commit' | 'build';
  readonly bases?: 'resolve' | 'local' | 'pinned';
  /** `YYYY-MM-DD`. */
  readonly refresh?: string;
  readonly contextMode?: 'staged' | 'direct';
  readonly contextGit?: boolean;
  /** `300 MB`, or bytes. */
  readonly budget?: string | number;
  readonly version?: string;
  /** Names of ARGs that revision, date and version are passed through. */
  readonly pass?: Readonly<Partial<Record<'revision' | 'created' | 'version', string>>>;
  readonly reuse?: ReuseSettings;
  /** Build arguments that look like secrets and are none, or may be known. */
  readonly allowSecretArgs?: readonly string[];
  /** A command and its words that makes generated inputs where no task runner does. */
  readonly prepare?: readonly string[];
}

export interface SecretSettings {
  readonly id: string;
  readonly file?: string;
  readonly env?: string;
  /** Changing it builds anew, since the value itself never counts. */
  readonly version?: string;
}

export interface ReuseSettings {
  /** Repository whose `in-<key>` tags are believed. Writable only by protected CI. */
  readonly registry?: string;
  /** Whether images of the engine count where CI pushes. */
  readonly engine?: boolean;
  /** Whether equal content under other labels is a hit. */
  readonly content?: boolean;
  /** Globs of branches and tags whose runs may write `in-` tags and caches. */
  readonly protected?: readonly string[];
}

/** One entry of `images:`. */
export interface NamedImageSettings extends ImageSettings {
  /** From the root. */
  readonly dockerfile: string;
  readonly project?: string;
  readonly target?: string;
  /** Build context, from the root. */
  readonly context?: string;
}

/** What the options of a `docker-build` target say of the project's image: an entry of `images:`, all of it left to choice. */
export type ImageTargetOptions = Partial<Omit<NamedImageSettings, 'project'>>;
