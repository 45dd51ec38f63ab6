import type { Maybe, unknown } from '../kernel/unsure.ts';
import type { Reference } from '../model/image.ts';

/** Something in the workspace that builds a Dockerfile: an image of the configuration, a Compose service or a Bake target. */
export interface Builder {
  readonly kind: 'configuration' | 'compose' | 'bake';
  /** What says where it is built, as the end of a sentence: `the service api is built from it`. */
  readonly decides: string;
  /** Its main context, relative to the root. Absent where it leaves that open; unknown where it has to be evaluated, or lies elsewhere. */
  readonly folder?: Maybe<string>;
  /** The stage it asks for; the last one where it names none. Unknown where that has to be evaluated, or makes no image. */
  readonly target?: Maybe<string>;
  /** Of the file it stands in, or by the target's name. */
  readonly environment?: 'production' | 'development';
  /** Contexts that it hands over beside the main one, which hide images of their names; unknown where they have to be evaluated. */
  readonly contexts: ReadonlyMap<string, Maybe<string>> | typeof unknown;
  /** The place that names the stage, or the build where none is named; absent for the configuration, which is no file that facts read. */
  readonly reference?: Reference;
}
