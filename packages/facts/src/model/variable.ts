import type { Place } from '@dockwarden-internal/syntax';
import type { Maybe } from '../kernel/unsure.ts';
import type { Instruction } from './dockerfile.ts';

/** An ARG, an ENV, or a variable that a RUN exports. */
export interface Variable {
  readonly name: string;
  readonly declaredBy: 'arg' | 'env' | 'run';
  readonly instruction: Instruction;
  /** As written, quotes included; absent for `ARG NAME`. */
  readonly text?: string;
  /** Expanded as BuildKit does; unresolved where a part has no value here. */
  readonly value: Maybe<string>;
  readonly place: Place;
  readonly namePlace: Place;
  readonly valuePlace?: Place;
}

/** One `$NAME` or `${NAME…}` in an instruction that BuildKit expands. */
export interface Expansion {
  readonly name: string;
  readonly instruction: Instruction;
  /** `:-`, `-`, `:+`, … where one is written. */
  readonly operator?: string;
  readonly place: Place;
}
