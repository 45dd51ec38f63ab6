/**
 * The digests of one image. An engine with the overlay2 store knows the configuration's and, once the image was pushed or pulled, a
 * manifest's; one with the containerd store knows the manifest's or index's. Digests of different kinds are never compared.
 */
export interface ImageDigests {
  /** Of the image's configuration: the image id of the overlay2 store. */
  readonly config?: string;
  /** Of the one manifest; absent for several platforms. */
  readonly manifest?: string;
  /** Of the index over platforms and attestations. */
  readonly index?: string;
}

/** What a tag of the image points to: the index where there is one. */
export function topDigest({ index, manifest }: ImageDigests): string | undefined {
  return index ?? manifest;
}
