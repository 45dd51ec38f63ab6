import type { Maybe, unknown } from '../kernel/unsure.ts';
import type { Reference } from '../model/image.ts';

/** Something in the workspace that builds a Dockerfile: a Compose service or a Bake target. */
export interface Builder {
  readonly kind: 'compose' | 'bake';
  /** The stage it asks for; the last one where it names none. Unknown where that has to be evaluated, or makes no image. */
  readonly target?: Maybe<string>;
  /** Of the file it stands in, or by the target's name. */
  readonly environment?: 'production' | 'development';
  /** Contexts that it hands over beside the main one, which hide images of their names; unknown where they have to be evaluated. */
  readonly contexts: ReadonlyMap<string, Maybe<string>> | typeof unknown;
  /** The place that names the stage, or the build where none is named. */
  readonly reference: Reference;
}
