import type { Place } from '@dockwarden-internal/syntax';
import type { Dockerfile, Stage } from './dockerfile.ts';
import type { World } from './world.ts';

/** What the engine or a registry says of an image. Source: OCI image specification, "Image Configuration". */
export interface BuiltData {
  readonly name: string;
  /** From the workspace root. */
  readonly dockerfile: string;
  /** Name of the stage that was built; absent for the last. */
  readonly target?: string;
  /** Bytes of all layers, unpacked, as the engine counts them. */
  readonly size: number;
  /** From the base up. */
  readonly layers: readonly { readonly size: number; readonly command?: string }[];
  /** `config.User`; empty or absent for root. */
  readonly user?: string;
  readonly workdir?: string;
  readonly env: ReadonlyMap<string, string>;
  readonly labels: ReadonlyMap<string, string>;
  /** `8080/tcp`. */
  readonly ports: readonly string[];
  /** `CMD`'s words of a health check, `NONE` left out; absent without one. */
  readonly healthcheck?: readonly string[];
  readonly entrypoint: readonly string[];
  readonly command: readonly string[];
  /** Paths of `VOLUME`. */
  readonly volumes: readonly string[];
  readonly platform?: string;
}

/** An image as it was built, beside the stage that it was built from. */
export interface BuiltImage {
  readonly world: World;
  readonly dockerfile: Dockerfile;
  readonly stage?: Stage;
  readonly data: BuiltData;
  /** Of the stage's FROM. */
  readonly place: Place;
}

/** An environment variable or a label of a built image. */
export interface BuiltEntry {
  readonly image: BuiltImage;
  readonly name: string;
  readonly value: string;
}

export interface BuiltLayer {
  readonly image: BuiltImage;
  /** From the base up, from 0. */
  readonly index: number;
  readonly size: number;
  readonly command?: string;
}
