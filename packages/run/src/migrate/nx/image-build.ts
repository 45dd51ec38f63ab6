/** A build of an image as another tool is told of it, every text as it stands there, paths from the root of the workspace. */
export interface ImageBuild {
  readonly context: string;
  readonly dockerfile?: string;
  readonly target?: string;
  /** Whole references. */
  readonly tags: readonly string[];
  /** `KEY=VALUE` each. */
  readonly labels: readonly string[];
  readonly annotations: readonly string[];
  readonly args: readonly string[];
  readonly contexts: readonly string[];
  readonly platforms: readonly string[];
  /** As buildx writes them: `id=npm,env=NPM_TOKEN`. */
  readonly secrets: readonly string[];
  readonly ssh: readonly string[];
  readonly cacheFrom: readonly string[];
  readonly cacheTo: readonly string[];
  readonly outputs: readonly string[];
  readonly builder?: string;
  readonly provenance?: string;
  readonly sbom?: boolean;
  readonly push?: boolean;
  readonly pull?: boolean;
  readonly noCache?: boolean;
  /** What has no counterpart, with the reason, by name of the option. */
  readonly others: readonly string[];
}

export const PLAIN_BUILD: ImageBuild = {
  context: '.',
  tags: [],
  labels: [],
  annotations: [],
  args: [],
  contexts: [],
  platforms: [],
  secrets: [],
  ssh: [],
  cacheFrom: [],
  cacheTo: [],
  outputs: [],
  others: [],
};

/** A build in options of a target `docker-build`. */
export interface ConvertedBuild {
  readonly options: Readonly<Record<string, unknown>>;
  /** Whether it pushes. */
  readonly pushes: boolean;
  /** What is the same under another name or in another way. */
  readonly carried: readonly string[];
  /** What is not carried over, a sentence each. */
  readonly left: readonly string[];
}
