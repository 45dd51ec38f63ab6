import type { ImageDigests } from '../docker/image-digests.ts';
import type { ImageLayer } from '../docker/image-layers.ts';

/** What is written down of an image that was built or found: an output of the task, so nothing in it is secret or of this machine. */
export interface ImageMetadata {
  readonly version: 1;
  /** Its name. */
  readonly image: string;
  /** 64 hexadecimal digits. */
  readonly key: string;
  readonly content: string;
  /** `built` in the run that wrote this, or where it was found. */
  readonly from: 'built' | 'engine' | 'registry';
  readonly digests: ImageDigests;
  /** Whole, in the order in which they were given. */
  readonly tags: readonly string[];
  readonly labels: Readonly<Record<string, string>>;
  readonly platforms: readonly string[];
  /** Bases and other images from elsewhere, with the digests that are in the key. */
  readonly bases: readonly BaseMetadata[];
  /** What built it: equal digests are promised per BuildKit version. Absent for an image that was found. */
  readonly builder?: BuilderMetadata;
  /** Bytes of all layers, unpacked. */
  readonly size?: number;
  readonly layers: readonly ImageLayer[];
  /** Of the last image with another key that was noted here. */
  readonly previous?: PreviousMetadata;
  /** What no key covers, by line. */
  readonly volatile: readonly VolatileMetadata[];
}

/** What is kept of an image that another has taken the place of. */
export interface PreviousMetadata {
  readonly key: string;
  readonly size: number;
  readonly layers: readonly ImageLayer[];
}

export interface BaseMetadata {
  readonly reference: string;
  readonly kind: 'manifest' | 'index' | 'config';
  /** By platform. */
  readonly digests: Readonly<Record<string, string>>;
}

export interface BuilderMetadata {
  readonly driver: string;
  readonly buildkit?: string;
  readonly buildx: string;
  /** `docker/dockerfile:1`, where the Dockerfile names one. */
  readonly frontend?: string;
}

export interface VolatileMetadata {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly why: string;
}
