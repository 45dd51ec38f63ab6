import type { SecretRequest } from '../model/image-request.ts';

/** What one image's build is handed: everything resolved, nothing left to the builder's environment. */
export interface BakeTarget {
  /** Its name. */
  readonly image: string;
  /** The folder, absolute, or a URL. */
  readonly context: string;
  /** Absolute. */
  readonly dockerfile: string;
  readonly target?: string;
  /** The effective arguments and those of the stamp. */
  readonly args: ReadonlyMap<string, string>;
  /** Seconds since 1970, for SOURCE_DATE_EPOCH: an argument, since the environment would be one value for all targets. */
  readonly epoch?: number;
  readonly labels: ReadonlyMap<string, string>;
  readonly annotations: ReadonlyMap<string, string>;
  /** Named contexts: absolute folders, `docker-image://REF`, URLs. Pins of bases are among them (`pinnedContexts`). */
  readonly contexts: ReadonlyMap<string, string>;
  /** Images of the same bake that it is built on, by the reference (or context) that names them. */
  readonly parents: ReadonlyMap<string, string>;
  readonly platforms: readonly string[];
  /** Whole tags; only `in-<key>` and `ct-<content>` belong here, the others come after the checks. */
  readonly tags: readonly string[];
  /** Files absolute. */
  readonly secrets: readonly SecretRequest[];
  /** `default`, or `id=path`. */
  readonly ssh: readonly string[];
  readonly cacheFrom: readonly string[];
  readonly cacheTo: readonly string[];
  readonly provenance: 'off' | 'min' | 'max';
  readonly sbom: boolean;
  readonly outputs: readonly BakeOutput[];
  /** Rewrite the times of files, so that equal keys give equal digests. */
  readonly reproducible: boolean;
  readonly fresh?: Fresh;
}

/** Where a build goes. `engine`: the images of the engine; `registry`: pushed by digest, without a tag where the driver can. */
export type BakeOutput =
  | { readonly kind: 'engine' }
  | { readonly kind: 'registry'; readonly repository: string }
  | { readonly kind: 'oci' | 'docker' | 'tar' | 'local'; readonly path: string }
  | { readonly kind: 'none' };

/** What a refresh does not take from the cache. */
export interface Fresh {
  /** Ask registries for bases anew. */
  readonly pull: boolean;
  /** Stages that run again; all of them where it says so. */
  readonly stages: 'all' | readonly string[];
}
