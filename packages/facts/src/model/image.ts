import type { Place, Reference as ParsedReference } from '@dockwarden-internal/syntax';
import type { Maybe } from '../kernel/unsure.ts';
import type { Dockerfile, Instruction, Stage } from './dockerfile.ts';
import type { Service } from './service.ts';

/** The text that names an image, with variables resolved as far as they can be. */
export interface Image {
  /** As written. */
  readonly text: string;
  readonly place: Place;
  /** Variables expanded; unresolved where one has no value. */
  readonly resolved: Maybe<string>;
  /** Undefined where the resolved text is no reference, or is not resolved. */
  readonly parsed?: ParsedReference;
}

/** A place that names an image, stage or context: FROM, COPY --from, RUN --mount=from, or a service's image. */
export interface Reference {
  readonly use: 'from' | 'copy' | 'mount' | 'service';
  readonly kind: Maybe<'image' | 'stage' | 'scratch' | 'context'>;
  readonly text: string;
  readonly place: Place;
  readonly image?: Image;
  /** The stage that is named. */
  readonly target?: Stage;
  readonly instruction?: Instruction;
  readonly dockerfile?: Dockerfile;
  readonly service?: Service;
}
