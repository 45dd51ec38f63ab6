import type { Reference as ParsedReference, Place } from '@dockwarden-internal/syntax';
import type { Maybe } from '../kernel/unsure.ts';
import type { Dockerfile, Instruction, Stage } from './dockerfile.ts';
import type { Service } from './service.ts';
import type { World } from './world.ts';

export type ReferenceKind = 'image' | 'stage' | 'scratch' | 'context';

/** The text that names an image, with variables resolved as far as they can be. */
export interface Image {
  readonly world: World;
  /** As written. */
  readonly text: string;
  readonly place: Place;
  readonly kind: Maybe<ReferenceKind>;
  /** Variables expanded; unresolved where one has no value. Of a context the image that it stands for, unknown where it stands for none that is told. */
  readonly resolved: Maybe<string>;
  /** Undefined where the resolved text is no reference, or is not resolved, or names a stage. */
  readonly parsed?: ParsedReference;
}

/** A place that names an image, stage or context: FROM, COPY --from, RUN --mount=from, a service's image or build, or a Bake target. */
export interface Reference {
  readonly use: 'from' | 'copy' | 'mount' | 'service' | 'bake';
  readonly kind: Maybe<ReferenceKind>;
  readonly text: string;
  readonly place: Place;
  /** Where it names an image, or may. */
  readonly image?: Image;
  /** The stage that is named; unknown where a variable may make it one. */
  readonly target: Maybe<Stage>;
  /** Only a later stage has the name, or no stage above the number: the builder refuses it, and `target` is undefined. */
  readonly outOfReach?: true;
  readonly instruction?: Instruction;
  readonly dockerfile?: Dockerfile;
  readonly service?: Service;
}
