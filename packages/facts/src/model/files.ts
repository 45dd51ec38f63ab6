import type { Place } from '@dockwarden-internal/syntax';
import type { Maybe } from '../kernel/unsure.ts';
import type { Instruction, Stage } from './dockerfile.ts';
import type { Service } from './service.ts';

/** One source of a COPY or ADD. */
export interface Source {
  readonly instruction: Instruction;
  /** As written. */
  readonly text: string;
  /** Variables expanded, cleaned, relative to the context (`.` is all of it); for `--from`, the path in that stage. */
  readonly path: Maybe<string>;
  readonly place: Place;
  readonly heredoc: boolean;
}

/** A mount: of a RUN (`--mount`) or of a service (`volumes`, `tmpfs`). */
export interface Mount {
  readonly type: Maybe<string>;
  readonly source: Maybe<string>;
  /** The same of a service's mount, with variables that have no value as they are written. */
  readonly sourceText?: string;
  readonly target: Maybe<string>;
  readonly options: ReadonlyMap<string, string>;
  /** Of a service's mount. */
  readonly readOnly?: Maybe<boolean>;
  readonly place: Place;
  readonly sourcePlace?: Place;
  /** Where the values of `--mount` fields stand. */
  readonly optionPlaces?: ReadonlyMap<string, Place>;
  readonly targetPlace?: Place;
  readonly instruction?: Instruction;
  readonly service?: Service;
}

/** What a COPY or ADD leaves in a stage's image, or a stage that it builds on. */
export interface Copied {
  readonly stage: Stage;
  readonly source: Source;
  /** Absolute target in the image. */
  readonly target: Maybe<string>;
  readonly owner: Maybe<string>;
  readonly mode: Maybe<string>;
  readonly readableByUser: Maybe<boolean>;
  readonly place: Place;
}
