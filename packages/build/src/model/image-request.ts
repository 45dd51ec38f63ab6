/** What is asked of an image's build: configuration and options joined, defaults filled in. */
export interface ImageRequest {
  /** Build arguments as given, declared in the Dockerfile or not. */
  readonly args: ReadonlyMap<string, string>;
  /** Named contexts beside the main one: a folder from the root, `docker-image://REF`, a URL, or `target:` another image. */
  readonly contexts: ReadonlyMap<string, string>;
  /** `linux/amd64`; empty for the builder's own. */
  readonly platforms: readonly string[];
  /** Repository that tags are written to, without tag; `dockwarden.local/<image>` where none is configured. */
  readonly repository: string;
  /** Templates of tags: `{version}`, `{branch}`, `{sha}`. */
  readonly tags: readonly string[];
  /** Labels beside those that are derived; these win. */
  readonly labels: ReadonlyMap<string, string>;
  /** Manifest annotations beside those that are derived. */
  readonly annotations: ReadonlyMap<string, string>;
  readonly secrets: readonly SecretRequest[];
  /** `default`, or `id=path`. */
  readonly ssh: readonly string[];
  readonly cacheFrom: readonly string[];
  readonly cacheTo: readonly string[];
  readonly provenance: 'off' | 'min' | 'max';
  readonly sbom: boolean;
  /** Name of the buildx builder; absent for the one in use. */
  readonly builder?: string;
  /** Equal keys give equal digests: file times are rewritten. */
  readonly reproducible: boolean;
  /** Whose commit `revision` names: the last that changed an input, or HEAD. */
  readonly revision: 'inputs' | 'head';
  /** `created`: that commit's date, or the time of the build. */
  readonly created: 'commit' | 'build';
  /** What a base image's tag stands for: the registry's digest, the engine's, or only what is pinned in the file. */
  readonly bases: 'resolve' | 'local' | 'pinned';
  /** `YYYY-MM-DD`; changing it renews what moves without a commit. */
  readonly refresh?: string;
  /** What the builder reads: a staged copy of the derived inputs, or the folder itself. */
  readonly contextMode: 'staged' | 'direct';
  /** True where `.git` is handed to the build although that ties the image to the checkout. */
  readonly contextGit: boolean;
  /** Bytes that the image may have. */
  readonly budget?: number;
  /** ARG names through which revision, date and version are passed to Dockerfiles that declare them. */
  readonly pass: { readonly revision: string; readonly created: string; readonly version: string };
  readonly version?: string;
  readonly reuse: ReuseRequest;
  /** A command and its words that makes generated inputs before anything is planned, where no task runner does. */
  readonly prepare?: readonly string[];
  /** Names of `allow`ed build arguments whose names look secret; their values then stand in the image's history. */
  readonly allowedSecretArgs: readonly string[];
}

/** A secret mount's value: from a file or from the environment; only its id and version are ever part of a key. */
export interface SecretRequest {
  readonly id: string;
  /** From the root, or absolute. */
  readonly file?: string;
  readonly env?: string;
  /** Changing it builds anew, as the value itself never counts. */
  readonly version?: string;
}

export interface ReuseRequest {
  /** Repository whose `in-<key>` tags are believed; only protected CI may write to it. */
  readonly registry?: string;
  /** Whether the engine's own images count where CI pushes. */
  readonly engine: boolean;
  /** Whether equal content under other labels is a hit. */
  readonly content: boolean;
  /** Branches and tags (globs) whose runs may write `in-` tags and cache references. */
  readonly protected: readonly string[];
}
