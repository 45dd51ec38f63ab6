import type { Place } from '@dockwarden-internal/syntax';
import type { Maybe } from '../kernel/unsure.ts';
import type { Instruction } from './dockerfile.ts';

/** An ARG, an ENV, or a variable that a RUN exports. */
export interface Variable {
  readonly name: string;
  readonly declaredBy: 'arg' | 'env' | 'run';
  /** For what a base image or the builder sets: the FROM that brings it. */
  readonly instruction: Instruction;
  /** As written, quotes included; absent for `ARG NAME`. */
  readonly text?: string;
  /** Expanded as BuildKit does; unresolved where a part has no value here; absent where the variable has none (`ARG NAME`). */
  readonly value: Maybe<string>;
  readonly place: Place;
  readonly namePlace: Place;
  readonly valuePlace?: Place;
  /** True for what no instruction declares: ENV of a base image, and what the builder sets. */
  readonly implied?: true;
}

/** One `$NAME` or `${NAME…}`: in an instruction that BuildKit expands, or in the shell text of a RUN. */
export interface Expansion {
  readonly name: string;
  readonly instruction: Instruction;
  /** `:-`, `-`, `:+`, … where one is written. */
  readonly operator?: string;
  /** What stands after the operator, as written. */
  readonly word?: string;
  /** True within the word of a `${NAME:+…}` of the same name, which stands only where the variable is set. */
  readonly guarded?: true;
  readonly place: Place;
  /** Which pair of an ENV, LABEL or ARG it stands in, from 0. */
  readonly pair?: number;
  /** True in shell text, which BuildKit leaves alone. */
  readonly shell?: true;
}
